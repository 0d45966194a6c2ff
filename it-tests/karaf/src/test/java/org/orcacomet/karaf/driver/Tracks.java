package org.orcacomet.karaf.driver;

import java.io.PrintStream;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.wiring.BundleWiring;

/** What has happened to each bundle: how often it was started, stopped, updated and unresolved, and which class loader it has. */
final class Tracks implements SynchronousBundleListener {
    private final BundleContext context;
    private final Map<Long, Integer> changes = new ConcurrentHashMap<>();

    Tracks(BundleContext context) {
        this.context = context;
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        changes.merge(event.getBundle().getBundleId(), 1, Integer::sum);
    }

    /** A line for each bundle; the same as before, as long as nothing was done to it. */
    void print(PrintStream out) {
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            out.println(String.join(
                    " ",
                    Long.toString(bundle.getBundleId()),
                    Objects.toString(bundle.getSymbolicName()),
                    bundle.getVersion().toString(),
                    "state=" + bundle.getState(),
                    "modified=" + bundle.getLastModified(),
                    "wiring=" + System.identityHashCode(wiring),
                    "loader=" + (wiring == null ? 0 : System.identityHashCode(wiring.getClassLoader())),
                    "changes=" + changes.getOrDefault(bundle.getBundleId(), 0)));
        }
    }
}
