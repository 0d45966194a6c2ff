package org.orcacomet.orca.spi;

/**
 * The plugin in an aggregate manager's JVM, as ORCA's Ant tasks find it: by {@link java.util.ServiceLoader}, with the
 * class loader that has this interface. All instances are the same plugin.
 */
public interface Plugin {
    /**
     * The plugin's slivers; the first call starts the plugin, if nothing else has, and makes ORCA start it at its next
     * boots. May be called by any thread.
     *
     * @throws LifecycleException if the plugin cannot be started, with a text that says why
     */
    SliverLifecycle slivers() throws LifecycleException;
}
