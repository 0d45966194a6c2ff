package org.orcacomet.orca.logging.internal.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.service.log.LogService;
import org.slf4j.LoggerFactory;

/** A bundle that logs through SLF4J, and through OSGi's log as the component runtime does. */
public final class Talkative implements BundleActivator {
    @Override
    public void start(BundleContext context) {
        String version = context.getBundle().getVersion().toString();
        LoggerFactory.getLogger(Talkative.class)
                .warn("{} has {}", version, "trouble", new IllegalStateException(version));
        LogService log = context.getService(context.getServiceReference(LogService.class));
        log.getLogger("osgi." + version).error("{} too", "here");
    }

    @Override
    public void stop(BundleContext context) {
        LoggerFactory.getLogger(Talkative.class)
                .info("{} stops", context.getBundle().getVersion());
    }
}
