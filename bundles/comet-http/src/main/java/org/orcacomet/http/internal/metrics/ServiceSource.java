package org.orcacomet.http.internal.metrics;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.orcacomet.service.AgeingFigures;
import org.orcacomet.service.CometService;
import org.orcacomet.service.Finding;
import org.orcacomet.service.ServiceFigures;
import org.orcacomet.service.ServiceReport;
import org.orcacomet.service.StoreCallFigures;

/**
 * How the service is, and what it has counted. It asks the store.
 *
 * @param service the service
 */
public record ServiceSource(CometService service) implements Source {
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public void tell(Exposition to) {
        report(service.report(), to);
        ServiceFigures figures = service.figures();
        calls(figures, to);
        store(figures, to);
        ageing(figures.ageing(), to);
    }

    private static void report(ServiceReport report, Exposition to) {
        to.gauge("comet_ready", "1 if nothing has failed that the service needs.")
                .sample(report.isReady() ? 1 : 0);
        to.gauge("comet_check_state", "How each thing is that the service needs: 0 good, 1 to be looked at, 2 failed.");
        for (Finding finding : report.findings()) {
            to.sample(finding.state().ordinal(), "check", finding.name());
        }
        to.gauge("comet_checks_off", "How many of the checks of callers and tokens are switched off.")
                .sample(report.checksOff().size());
    }

    private static void calls(ServiceFigures figures, Exposition to) {
        to.summary("comet_store_call_seconds", "Calls to the store, and how long they took together.");
        for (StoreCallFigures call : figures.calls()) {
            to.part("_sum", call.time().toNanos() / NANOS_PER_SECOND, "call", call.call());
            to.part("_count", call.count(), "call", call.call());
        }
        to.counter("comet_store_faults_total", "Calls that the store could not answer.");
        figures.calls().forEach(call -> to.sample(call.faults(), "call", call.call()));
    }

    private static void store(ServiceFigures figures, Exposition to) {
        for (Map.Entry<String, Long> figure : new TreeMap<>(figures.store()).entrySet()) {
            String name = "comet_store_" + figure.getKey();
            to.gauge(name, "What the store counts of itself.").sample(figure.getValue());
        }
    }

    private static void ageing(AgeingFigures ageing, Exposition to) {
        to.counter("comet_ageing_forgotten_total", "Scopes and tombstones that were forgotten, as their time was over.")
                .sample(ageing.forgotten());
        to.counter("comet_ageing_failures_total", "Sweeps for old scopes that did not get through.")
                .sample(ageing.failures());
        to.gauge("comet_ageing_last_sweep_timestamp_seconds", "When a sweep last got through; 0: not yet.")
                .sample(ageing.last().map(Instant::getEpochSecond).orElse(0L));
    }
}
