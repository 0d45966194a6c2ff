package org.orcacomet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.store.ScopeStore;

/** What the service tells of itself. */
class ServiceReportTest {
    private static final ScopeKey KEY =
            ScopeKey.of(ContextId.parse("slice"), Family.parse("users"), EntryKey.parse("vm"));

    private final TokenPair tokens = new TokenGenerator().pair();
    private final ScopeStore store = new MemoryScopeStore();
    private ServiceSettings settings = ServiceSettings.defaults();

    private CometService service(ScopeStore on) {
        return new CometService(on, () -> settings, Clock.systemUTC());
    }

    @Test
    void report_isReadyAndGoodWhereNothingIsWrong() {
        ServiceReport report = service(store).report();
        assertThat(report)
                .isEqualTo(new ServiceReport(
                        Optional.empty(),
                        List.of(),
                        List.of(
                                Finding.good("store", "the store answers"),
                                Finding.good("switches", "all checks are on"))));
        assertThat(report.isReady()).isTrue();
    }

    @Test
    void report_tellsOfTheStoreAndOfWhatIsOff() {
        settings = settings.with(new Switches(false, false, true));
        ServiceReport report = service(new BrokenStore(store, () -> true)).report();
        assertThat(report.storeAnswers()).isFalse();
        assertThat(report.storeFault()).contains("the disk is full");
        assertThat(report.checksOff()).containsExactly("token.strength.check", "certificate.check");
        assertThat(report.findings())
                .containsExactly(
                        Finding.failed("store", "the store does not answer"),
                        Finding.warning("switches", "checks are off: token.strength.check, certificate.check"));
        assertThat(report.failed()).extracting(Finding::name).containsExactly("store");
        assertThat(report.isReady()).isFalse();
    }

    @Test
    void report_hasWhatIsWatchedUntilItsEnd() {
        CometService service = service(store);
        Registration watching = service.watch(() -> Finding.failed("audit", "the audit cannot be written"));
        assertThat(service.report().failed()).extracting(Finding::name).containsExactly("audit");
        watching.close();
        assertThat(service.report().isReady()).isTrue();
    }

    @Test
    void figures_countTheCallsToTheStoreAndItsFaults() throws CometException {
        AtomicBoolean broken = new AtomicBoolean();
        CometService service = service(new BrokenStore(store, broken::get));
        AsyncComet comet = service.as(Caller.trusted(CallerIdentity.of("CN=orca", "print")));
        comet.write(ScopeWrite.of(KEY, tokens, ScopeValue.of("[]")));
        comet.enumerate(KEY.context(), tokens.read());
        broken.set(true);
        assertThatThrownBy(() -> comet.read(KEY, tokens.read())).isInstanceOf(CometUnavailable.class);
        assertThat(service.figures().calls())
                .extracting(StoreCallFigures::call, StoreCallFigures::count, StoreCallFigures::faults)
                .containsExactly(
                        tuple("read", 2L, 1L),
                        tuple("list", 1L, 0L),
                        tuple("change", 1L, 0L),
                        tuple("renew", 0L, 0L),
                        tuple("probe", 0L, 0L));
    }

    @Test
    void figures_tellOfTheSweeps() {
        CometService service = service(store);
        assertThat(service.figures().ageing()).isEqualTo(new AgeingFigures(0, 0, Optional.empty()));
        try (Registration sweeping = service.startAgeing(Duration.ofHours(1))) {
            await().until(() -> service.figures().ageing().last().isPresent());
        }
    }
}
