package org.orcacomet.bridge.controller;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orca.manage.FiledServiceManager;
import orca.manage.IOrcaServiceManager;
import orca.manage.beans.ReservationMng;

/** A service manager that notes what it is asked, and answers or throws what a test says. */
final class RealManager {
    private static final Object WORKS = new Object();

    private final List<String> calls;
    private final IOrcaServiceManager inner;
    private final Map<String, Object> answers = new HashMap<>();

    RealManager(Path folder, List<String> calls) {
        this.inner = new FiledServiceManager(folder);
        this.calls = calls;
    }

    /** Without notes. */
    IOrcaServiceManager quiet() {
        return inner;
    }

    /** Lets this method answer so, or throw it. */
    void answer(String method, Object answer) {
        answers.put(method, answer);
    }

    IOrcaServiceManager noting() {
        return (IOrcaServiceManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IOrcaServiceManager.class}, (proxy, method, arguments) -> {
                    calls.add("sm." + method.getName() + remark(arguments));
                    Object answer = answers.getOrDefault(method.getName(), WORKS);
                    if (answer instanceof Throwable) {
                        throw (Throwable) answer;
                    }
                    try {
                        return answer == WORKS ? method.invoke(inner, arguments) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private static String remark(Object[] arguments) {
        return arguments != null && arguments[0] instanceof ReservationMng
                ? " " + ((ReservationMng) arguments[0]).getResourceType()
                : "";
    }
}
