package org.orcacomet.bridge.am;

import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.Plugin;
import org.orcacomet.orca.spi.SliverLifecycle;

/** The plugin as ORCA's Ant tasks find it. */
public final class AmPlugin implements Plugin {
    /** As {@link java.util.ServiceLoader} makes it. */
    public AmPlugin() {}

    @Override
    public SliverLifecycle slivers() throws LifecycleException {
        return AggregateManager.here().slivers();
    }
}
