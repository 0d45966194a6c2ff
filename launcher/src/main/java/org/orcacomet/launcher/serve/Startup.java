package org.orcacomet.launcher.serve;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.orcacomet.felix.FelixContainer;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.StopSignal;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The time between the start of the bundles and the first request that is answered. */
final class Startup {
    private static final String ADDRESS = "comet.uri";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 50;

    private final FelixContainer container;
    private final ComponentFailures failures;
    private final ReadyProbe probe = new ReadyProbe();

    Startup(FelixContainer container) {
        this.container = container;
        this.failures = new ComponentFailures(container);
    }

    /**
     * Waits until the service answers, and returns its address; empty if the operator wants to stop before.
     *
     * @throws LaunchException if a component failed, or the service does not answer within a minute
     */
    Optional<URI> await(StopSignal stop) throws LaunchException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!stop.within(LOOK_MILLIS)) {
            Optional<URI> address = address();
            Optional<String> fault = address.isPresent() ? probe.fault(address.get()) : Optional.of(waiting());
            if (fault.isEmpty()) {
                return address;
            }
            refuseFailures();
            if (System.nanoTime() > end) {
                throw new LaunchException(
                        "the service is not ready after " + PATIENCE.toSeconds() + " seconds: " + fault.get());
            }
        }
        return Optional.empty();
    }

    private String waiting() {
        return String.join("; ", failures.waiting());
    }

    private Optional<URI> address() {
        try {
            ServiceReference<?>[] found = container.context().getAllServiceReferences(null, "(" + ADDRESS + "=*)");
            return Optional.ofNullable(found).map(services -> URI.create((String) services[0].getProperty(ADDRESS)));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refuseFailures() throws LaunchException {
        List<String> sentences = failures.sentences();
        if (!sentences.isEmpty()) {
            throw new LaunchException(String.join("\ncomet: ", sentences));
        }
    }
}
