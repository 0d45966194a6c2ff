package org.orcacomet.launcher.serve;

import java.util.List;
import java.util.stream.Stream;
import org.orcacomet.felix.FelixContainer;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Why the service does not come up, as its components tell it. */
final class ComponentFailures {
    private static final String CAUSED_BY = "Caused by: ";
    private static final List<String> WRAPPERS =
            List.of("org.osgi.service.component.ComponentException", "java.lang.reflect.InvocationTargetException");

    private final FelixContainer container;

    ComponentFailures(FelixContainer container) {
        this.container = container;
    }

    /** The sentences of the components that failed; empty if none did. */
    List<String> sentences() {
        return configurations()
                .filter(configuration -> configuration.state == ComponentConfigurationDTO.FAILED_ACTIVATION)
                .map(configuration -> sentence(configuration.failure))
                .distinct()
                .toList();
    }

    /** The components that wait for something, and for what. */
    List<String> waiting() {
        return configurations()
                .filter(configuration -> configuration.unsatisfiedReferences.length > 0)
                .flatMap(configuration -> Stream.of(configuration.unsatisfiedReferences)
                        .map(reference -> waiting(configuration, reference)))
                .toList();
    }

    private static String waiting(ComponentConfigurationDTO configuration, UnsatisfiedReferenceDTO reference) {
        return configuration.description.name + " waits for " + reference.name;
    }

    private Stream<ComponentConfigurationDTO> configurations() {
        return container.service(ServiceComponentRuntime.class).stream()
                .flatMap(runtime -> runtime.getComponentDescriptionDTOs().stream()
                        .flatMap((ComponentDescriptionDTO description) ->
                                runtime.getComponentConfigurationDTOs(description).stream()));
    }

    /**
     * The message of what the component itself threw, out of a printed stack trace: it says there what to do. What the
     * component runtime wrapped around it is skipped.
     */
    static String sentence(String stackTrace) {
        return stackTrace
                .lines()
                .filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0)))
                .map(line -> line.startsWith(CAUSED_BY) ? line.substring(CAUSED_BY.length()) : line)
                .filter(thrown -> WRAPPERS.stream().noneMatch(thrown::startsWith))
                .findFirst()
                .map(ComponentFailures::message)
                .orElse("a component failed: see the log");
    }

    private static String message(String thrown) {
        int message = thrown.indexOf(": ");
        return message < 0 ? thrown : thrown.substring(message + 2);
    }
}
