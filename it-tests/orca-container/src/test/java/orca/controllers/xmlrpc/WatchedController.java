package orca.controllers.xmlrpc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import orca.controllers.OrcaConnectionFactory;
import orca.manage.FiledServiceManager;
import orca.manage.IOrcaServiceManager;
import orca.manage.beans.ReservationMng;

/** A controller whose calls to the service manager are watched, and refused as a test says. */
final class WatchedController extends XmlRpcController {
    /** What a call of the service manager does instead of its work. */
    interface Refusal {
        Object refuse() throws Throwable;
    }

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Path folder;
    private String refused = "";
    private int countdown;
    private Refusal refusal;

    private WatchedController(Path folder, Properties properties) {
        this.folder = folder;
        properties.setProperty(OrcaURL, folder.toString());
        controllerProperties = properties;
    }

    static WatchedController start(Path folder, Properties properties) throws Exception {
        WatchedController controller = new WatchedController(folder, properties);
        controller.begin();
        return controller;
    }

    @Override
    protected void init() throws Exception {
        super.init();
        OrcaConnectionFactory stock = orca;
        orca = new OrcaConnectionFactory(folder.toString(), null, null, null) {
            @Override
            public IOrcaServiceManager getServiceManager() throws Exception {
                return watch(stock.getServiceManager());
            }

            @Override
            public void returnServiceManager(IOrcaServiceManager sm) {
                stock.returnServiceManager(((Watch) Proxy.getInvocationHandler(sm)).sm);
            }
        };
    }

    private IOrcaServiceManager watch(IOrcaServiceManager sm) {
        return (IOrcaServiceManager) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {IOrcaServiceManager.class}, new Watch(sm));
    }

    /** The service manager itself. */
    IOrcaServiceManager sm() {
        return new FiledServiceManager(folder);
    }

    /** The calls that change something, in their order. */
    List<String> calls() {
        return new ArrayList<>(calls);
    }

    /** Lets the n-th call of this method, from now on, end so. */
    void refuse(String method, int nth, Refusal how) {
        refused = method;
        countdown = nth;
        refusal = how;
    }

    private final class Watch implements InvocationHandler {
        private final IOrcaServiceManager sm;

        Watch(IOrcaServiceManager sm) {
            this.sm = sm;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
            if (!method.getName().startsWith("get")) {
                calls.add(method.getName() + remark(arguments));
            }
            if (method.getName().equals(refused) && --countdown == 0) {
                return refusal.refuse();
            }
            try {
                return method.invoke(sm, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }

        private String remark(Object[] arguments) {
            return arguments[0] instanceof ReservationMng
                    ? " " + ((ReservationMng) arguments[0]).getResourceType()
                    : "";
        }
    }
}
