package org.orcacomet.health.internal;

import java.util.List;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.orcacomet.service.CometService;
import org.orcacomet.service.Finding;

/**
 * What the service's report has of one area.
 *
 * @param service the service, which is asked anew each time
 * @param area the area
 */
record ReportCheck(CometService service, Area area) implements HealthCheck {
    @Override
    public Result execute() {
        List<Finding> findings = service.report().findings().stream()
                .filter(finding -> Area.of(finding) == area)
                .toList();
        FormattingResultLog log = new FormattingResultLog();
        findings.forEach(finding -> add(finding, log));
        if (findings.isEmpty()) {
            log.info("There is nothing to look at.");
        }
        return new Result(log);
    }

    private static void add(Finding finding, FormattingResultLog log) {
        switch (finding.state()) {
            case GOOD -> log.info("{}: {}", finding.name(), finding.message());
            case WARNING -> log.warn("{}: {}", finding.name(), finding.message());
            case FAILED -> log.critical("{}: {}", finding.name(), finding.message());
        }
    }
}
