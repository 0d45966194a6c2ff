package org.orcacomet.client;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.orcacomet.api.Comet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** Takes registrations of {@link Comet}, and their ends. */
final class FakeBundleContext {
    private final List<Comet> services = new ArrayList<>();

    /** What is registered now. */
    List<Comet> services() {
        return services;
    }

    /** The framework's side of it. */
    BundleContext context() {
        return proxy(BundleContext.class, arguments -> {
            Comet service = (Comet) arguments[1];
            services.add(service);
            return proxy(ServiceRegistration.class, none -> services.remove(service));
        });
    }

    private interface Answer {
        Object to(Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (p, method, arguments) -> {
                    Object result = answer.to(arguments);
                    return method.getReturnType() == void.class ? null : result;
                }));
    }
}
