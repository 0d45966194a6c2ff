package org.orcacomet.launcher.oldtable;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.orcacomet.felix.ContainerException;
import org.orcacomet.felix.ContainerSettings;
import org.orcacomet.felix.FelixContainer;
import org.orcacomet.launcher.LaunchException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** The bundle that reads the table, in a container; what it takes and gives are the JDK's own types. */
final class OldTableBundle {
    private static final String OURS = "(comet.command=import-old-table)";

    private final ContainerSettings settings;

    OldTableBundle(ContainerSettings settings) {
        this.settings = settings;
    }

    /** Reads the table with these arguments, and counts what became of its entries. */
    Map<String, Long> export(Map<String, Object> arguments) throws LaunchException {
        try (FelixContainer felix = FelixContainer.start(settings)) {
            return call(function(felix.context()), arguments);
        } catch (ContainerException | IOException e) {
            throw new LaunchException("the table cannot be read: " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            throw new LaunchException(e.getMessage(), e);
        }
    }

    private static Map<String, Long> call(
            Function<Map<String, Object>, Map<String, Long>> function, Map<String, Object> arguments) {
        try {
            return function.apply(arguments);
        } finally {
            // That it was broken off is told by what it throws; the container is to stop in peace.
            Thread.interrupted();
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Function<Map<String, Object>, Map<String, Long>> function(BundleContext context) {
        try {
            Collection<ServiceReference<Function>> found = context.getServiceReferences(Function.class, OURS);
            ServiceReference<Function> reference = found.stream()
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no bundle reads old tables"));
            return context.getService(reference);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
