package org.orcacomet.service.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.store.testkit.Samples.GUARD;
import static org.orcacomet.store.testkit.Samples.NOON;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;
import static org.orcacomet.store.testkit.Samples.modification;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.service.BrokenStore;
import org.orcacomet.service.Caller;
import org.orcacomet.service.CallerIdentity;
import org.orcacomet.service.CometService;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.Switches;
import org.orcacomet.service.TrustedSubjects;
import org.orcacomet.store.Change;
import org.orcacomet.store.Listing;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.store.RecordFault;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.Verification;

class AdministrationTest {
    private static final ContextId SLICE = ContextId.parse("slice");
    private static final CallerIdentity OPERATOR = CallerIdentity.of("CN=operator", "fingerprint");
    private static final ScopeKey USERS = key("slice", "users", "vm1");
    private static final ScopeKey ROUTES = key("slice", "routes", "vm1");
    private static final ScopeKey HOSTS = key("slice", "hostsall", "vm2");

    private final MemoryScopeStore store = new MemoryScopeStore();
    private Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);

    @BeforeEach
    void fill() throws Exception {
        store.apply(alone(creation(USERS, "äö")));
        store.apply(alone(new Change(ROUTES, Optional.empty(), GUARD, Optional.of(ScopeValue.ofNull()), NOON)));
        store.apply(alone(creation(HOSTS, "x")));
        store.apply(alone(Change.deletion(store.read(HOSTS).orElseThrow(), NOON.plusSeconds(1))));
        store.apply(alone(creation(key("a", "users", "vm1"), "text")));
        store.restore(ContextId.parse("z"), new Listing(List.of(), Optional.of(Revision.of(7))));
    }

    private CometService service(ScopeStore on) {
        ServiceSettings settings = ServiceSettings.defaults()
                .with(new Switches(false, false, true))
                .withAdmins(TrustedSubjects.ofAdmins(List.of("CN=operator")));
        return new CometService(on, () -> settings, clock);
    }

    private Administration administration(ScopeStore on) throws CometDenied {
        return service(on).administration(Caller.trusted(OPERATOR));
    }

    private Administration administration() throws CometDenied {
        return administration(store);
    }

    @Test
    void administration_isForTrustedListedCallersAlone() {
        CallerIdentity other = CallerIdentity.of("CN=other", "fingerprint");
        for (Caller caller : List.of(Caller.anonymous(), Caller.valid(OPERATOR), Caller.trusted(other))) {
            assertThatThrownBy(() -> service(store).administration(caller))
                    .isInstanceOf(CometDenied.class)
                    .hasMessage("the certificate or a token does not allow this");
        }
    }

    @Test
    void contexts_tellWhatIsThereAPageAtATime() throws Exception {
        ContextPage first = administration().contexts(Optional.empty(), 2);
        ContextSummary slice = new ContextSummary(
                SLICE,
                Revision.of(4),
                new Counts(1, 1, 1),
                List.of(Family.parse("routes"), Family.parse("users")),
                Optional.of(NOON.plusSeconds(1)));
        assertThat(first.contexts()).hasSize(2).contains(slice);
        assertThat(first.next()).contains(SLICE);
        assertThat(administration().contexts(first.next(), 2))
                .isEqualTo(new ContextPage(
                        List.of(new ContextSummary(
                                ContextId.parse("z"),
                                Revision.of(7),
                                new Counts(0, 0, 0),
                                List.of(),
                                Optional.empty())),
                        Optional.empty()));
    }

    @Test
    void context_tellsItsScopesWithoutTheirValues() throws Exception {
        assertThat(administration().context(SLICE))
                .isEqualTo(new ContextScopes(
                        SLICE,
                        Revision.of(4),
                        List.of(
                                new ScopeSummary(HOSTS, Reading.State.DELETED, Revision.of(4), NOON.plusSeconds(1), 0),
                                new ScopeSummary(ROUTES, Reading.State.NULL, Revision.of(2), NOON, 0),
                                new ScopeSummary(USERS, Reading.State.PRESENT, Revision.of(1), NOON, 4))));
    }

    @Test
    void contexts_leaveOutWhatHasAgedOut() throws Exception {
        clock = Clock.fixed(NOON.plus(Duration.ofDays(30)), ZoneOffset.UTC);
        assertThat(administration().context(SLICE).scopes())
                .extracting(ScopeSummary::key)
                .containsExactly(ROUTES, USERS);
        assertThat(administration().stats().counts()).isEqualTo(new Counts(2, 1, 0));
    }

    @Test
    void calls_sayOfAnUnknownContextThatItIsNotThere() {
        ContextId unknown = ContextId.parse("unknown");
        for (Ask ask : List.<Ask>of(
                () -> administration().context(unknown), () -> administration().purge(unknown))) {
            assertThatThrownBy(ask::ask)
                    .isInstanceOfSatisfying(CometException.class, refusal -> assertThat(refusal.code())
                            .isEqualTo(CometCode.NOT_FOUND));
        }
    }

    private interface Ask {
        Object ask() throws CometException;
    }

    @Test
    void purge_forgetsAllRecordsAndLeavesTheRevision() throws Exception {
        assertThat(administration().purge(SLICE)).isEqualTo(3);
        assertThat(store.list(SLICE)).isEqualTo(new Listing(List.of(), Optional.of(Revision.of(4))));
        assertThat(administration().purge(SLICE)).isZero();
        assertThat(store.read(key("a", "users", "vm1"))).isPresent();
    }

    @Test
    void purge_takesWhatIsWrittenMeanwhileToo() throws Exception {
        ScopeStore racing = new BrokenStore(store, () -> false) {
            private boolean raced;

            @Override
            public boolean forget(ScopeRecord seen) throws StoreUnavailable {
                if (!raced) {
                    raced = true;
                    overwrite(seen.key());
                }
                return super.forget(seen);
            }
        };
        assertThat(administration(racing).purge(SLICE)).isEqualTo(3);
        assertThat(store.list(SLICE).records()).isEmpty();
    }

    private void overwrite(ScopeKey key) {
        try {
            store.apply(alone(modification(store.read(key).orElseThrow(), "late")));
        } catch (StoreConflict e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void stats_countAll() throws Exception {
        assertThat(administration().stats())
                .isEqualTo(new Stats(3, new Counts(2, 1, 1), 8, new TreeMap<>(Map.of("users", 2L, "routes", 1L))));
    }

    @Test
    void verify_tellsFaultsAndGoesOn() throws Exception {
        store.restore(SLICE, new Listing(List.of(), Optional.of(Revision.of(9))));
        ScopeStore damaged = new BrokenStore(store, () -> false) {
            @Override
            public Verification verify(ContextId context) throws StoreUnavailable {
                Listing listing = store.list(context);
                return context.equals(SLICE)
                        ? Verification.of(
                                new Listing(listing.records(), Optional.of(Revision.of(2))),
                                List.of(RecordFault.of(key("slice", "users", "vm9"), "the record is damaged")))
                        : Verification.of(listing, List.of());
            }

            @Override
            public List<String> verifyFiles() {
                return List.of("the file db/000001.sst is damaged");
            }
        };
        VerifiedPage first = administration(damaged).verify(Optional.empty(), 2);
        assertThat(first.contexts()).isEqualTo(2);
        assertThat(first.records()).isEqualTo(5);
        assertThat(first.next()).contains(SLICE);
        assertThat(first.faults())
                .containsExactly(
                        new Fault(Optional.empty(), Optional.empty(), "the file db/000001.sst is damaged"),
                        new Fault(
                                Optional.of(SLICE), Optional.of(key("slice", "users", "vm9")), "the record is damaged"),
                        new Fault(Optional.of(SLICE), Optional.of(HOSTS), "its revision is later than its context's"));
        assertThat(administration(damaged).verify(first.next(), 2))
                .isEqualTo(new VerifiedPage(1, 0, List.of(), Optional.empty()));
    }

    @Test
    void calls_sayThatTheStoreDoesNotAnswer() throws Exception {
        Administration broken = administration(new BrokenStore(store, () -> true));
        for (Ask ask : List.<Ask>of(
                () -> broken.contexts(Optional.empty(), 1),
                () -> broken.context(SLICE),
                () -> broken.purge(SLICE),
                broken::stats,
                () -> broken.verify(Optional.empty(), 1))) {
            assertThatThrownBy(ask::ask).isInstanceOf(CometUnavailable.class);
        }
    }
}
