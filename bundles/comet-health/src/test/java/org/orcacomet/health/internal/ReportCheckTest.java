package org.orcacomet.health.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.Test;
import org.orcacomet.service.CometService;
import org.orcacomet.service.Finding;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.Switches;
import org.orcacomet.store.MemoryScopeStore;

class ReportCheckTest {
    private ServiceSettings settings = ServiceSettings.defaults();
    private final CometService service = new CometService(new MemoryScopeStore(), () -> settings, Clock.systemUTC());

    private Map<Area, Status> statuses() {
        Map<Area, Status> statuses = new EnumMap<>(Area.class);
        for (Area area : Area.values()) {
            statuses.put(area, new ReportCheck(service, area).execute().getStatus());
        }
        return statuses;
    }

    @Test
    void checks_areOkWhereAllIsGoodOrNothingIsThere() {
        assertThat(statuses().values()).containsOnly(Status.OK);
    }

    @Test
    void checks_haveTheStateOfTheirAreaAlone() {
        settings = settings.with(new Switches(true, false, false));
        service.watch(() -> Finding.good("store.disk", "100 MiB are free"));
        service.watch(() -> Finding.failed("certificate", "it is over"));
        service.watch(() -> Finding.warning("audit.disk", "1 MiB is free"));
        service.watch(() -> Finding.failed("moon", "it is new"));
        assertThat(statuses())
                .isEqualTo(Map.of(
                        Area.STORE, Status.OK,
                        Area.CERTIFICATE, Status.CRITICAL,
                        Area.SWITCHES, Status.WARN,
                        Area.AUDIT, Status.WARN,
                        Area.OTHER, Status.CRITICAL));
    }

    @Test
    void checks_sayWhatTheReportSays() {
        service.watch(() -> Finding.failed("certificate", "it is over: put a new one into its files"));
        Result result = new ReportCheck(service, Area.CERTIFICATE).execute();
        assertThat(result)
                .extracting(entry -> entry.getMessage())
                .containsExactly("certificate: it is over: put a new one into its files");
    }
}
