package org.orcacomet.karaf.visitor;

import java.util.Hashtable;
import java.util.Map;
import java.util.function.Function;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliceLifecycle;
import org.orcacomet.orca.spi.SliverLifecycle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** In ORCA's place: {@code probe SLICE} asks the controller's side, {@code health} the aggregate manager's. */
public final class PluginVisitor implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        Function<String, String> visitor = words -> visit(context, words.split(" "));
        context.registerService(Function.class, visitor, new Hashtable<>(Map.of("visitor", "plugin")));
    }

    private static String visit(BundleContext context, String... words) {
        if (words[0].equals("health")) {
            return context.getService(context.getServiceReference(SliverLifecycle.class))
                    .health()
                    .toString();
        }
        SliceLifecycle slices = context.getService(context.getServiceReference(SliceLifecycle.class));
        try {
            slices.probe(words[1], java.time.Duration.ofSeconds(20));
            return "COMET can be relied on";
        } catch (LifecycleException e) {
            return e.getMessage();
        }
    }

    @Override
    public void stop(BundleContext context) {}
}
