package org.orcacomet.service;

import java.util.List;
import java.util.Optional;
import org.orcacomet.service.Finding.State;

/**
 * How the service is.
 *
 * @param storeFault why the store does not answer; empty if it does
 * @param checksOff the property names of the checks that are off
 * @param findings what was found of each thing that was looked at, the store first
 */
public record ServiceReport(Optional<String> storeFault, List<String> checksOff, List<Finding> findings) {
    /** A report that no longer changes. */
    public ServiceReport {
        checksOff = List.copyOf(checksOff);
        findings = List.copyOf(findings);
    }

    /** Whether the store answers. */
    public boolean storeAnswers() {
        return storeFault.isEmpty();
    }

    /** Whether calls may come: nothing has failed. */
    public boolean isReady() {
        return failed().isEmpty();
    }

    /** What has failed. */
    public List<Finding> failed() {
        return findings.stream()
                .filter(finding -> finding.state() == State.FAILED)
                .toList();
    }
}
