package org.orcacomet.service;

import java.util.List;
import java.util.Optional;

/**
 * How the service is.
 *
 * @param storeFault why the store does not answer; empty if it does
 * @param checksOff the property names of the checks that are off
 */
public record ServiceReport(Optional<String> storeFault, List<String> checksOff) {
    /** A report that no longer changes. */
    public ServiceReport {
        checksOff = List.copyOf(checksOff);
    }

    /** Whether the store answers. */
    public boolean storeAnswers() {
        return storeFault.isEmpty();
    }
}
