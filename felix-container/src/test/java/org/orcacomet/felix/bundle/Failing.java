package org.orcacomet.felix.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Starts as badly as can be. */
public final class Failing implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        throw new NoClassDefFoundError("made by the test");
    }

    @Override
    public void stop(BundleContext context) {}
}
