package org.orcacomet.felix.bundle;

import java.util.Dictionary;
import java.util.Hashtable;
import org.orcacomet.felix.host.Greeter;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;

/** Answers the host's greeting with what it was configured to say, if it was configured before it started. */
public final class Greeting implements BundleActivator {
    @Override
    public void start(BundleContext context) throws Exception {
        Greeter host = context.getService(context.getServiceReference(Greeter.class));
        ConfigurationAdmin admin = context.getService(context.getServiceReference(ConfigurationAdmin.class));
        Dictionary<String, Object> configuration =
                admin.getConfiguration("greeting", "?").getProperties();
        String text = host.greet() + " " + configuration.get("text") + " " + context.getProperty("from");
        Dictionary<String, Object> first = new Hashtable<>();
        first.put("service.ranking", 1);
        context.registerService(Greeter.class, () -> text, first);
    }

    @Override
    public void stop(BundleContext context) {}
}
