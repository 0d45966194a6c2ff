package org.orcacomet.store.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orcacomet.store.testkit.Samples.GUARD;
import static org.orcacomet.store.testkit.Samples.NOON;
import static org.orcacomet.store.testkit.Samples.TOKENS;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;
import static org.orcacomet.store.testkit.Samples.modification;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.store.Change;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.Guard;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.Verification;

/** What every store must do. A store's test extends it, and hands out an empty store for each test. */
public abstract class ScopeStoreContract {
    private static final ContextId SLICE = ContextId.parse("slice");
    private static final ScopeKey USERS = key("slice", "users", "vm1");

    /** The store under test; the same one within a test, empty at its beginning. */
    protected abstract ScopeStore store();

    @Test
    void read_findsNothingInAnEmptyStore() throws Exception {
        assertThat(store().read(USERS)).isEmpty();
        assertThat(store().list(SLICE)).isEqualTo(new Listing(List.of(), Optional.empty()));
    }

    @Test
    void apply_keepsTheWholeRecord() throws Exception {
        Guard guard = GUARD.createdBy("ab12");
        Revision revision = store().apply(
                        alone(new Change(USERS, Optional.empty(), guard, Optional.of(ScopeValue.of("text")), NOON)));
        assertThat(store().read(USERS))
                .contains(new ScopeRecord(USERS, guard, Optional.of(ScopeValue.of("text")), revision, NOON));
        assertThat(record(USERS).guard().admits(TOKENS)).isTrue();
    }

    @Test
    void apply_keepsMilliseconds() throws Exception {
        Instant fine = NOON.plusNanos(456_789);
        store().apply(alone(new Change(USERS, Optional.empty(), GUARD, Optional.of(ScopeValue.ofNull()), fine)));
        assertThat(record(USERS).touched()).isEqualTo(NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", " ", "{\"val_\": \"[]\"}", "a\0b", "\uFEFF", "ÄÖ \uD83D\uDE00 \n\t"})
    void apply_keepsTextsAsTheyAre(String text) throws Exception {
        store().apply(alone(creation(USERS, text)));
        assertThat(record(USERS).value()).contains(ScopeValue.of(text));
    }

    @Test
    void apply_keepsALargeText() throws Exception {
        String text = "x".repeat(1 << 20);
        store().apply(alone(creation(USERS, text)));
        assertThat(record(USERS).value()).contains(ScopeValue.of(text));
    }

    @Test
    void apply_tellsNullFromEmptyAndDeleted() throws Exception {
        store().apply(alone(new Change(USERS, Optional.empty(), GUARD, Optional.of(ScopeValue.ofNull()), NOON)));
        assertThat(record(USERS).value()).contains(ScopeValue.ofNull());
        store().apply(alone(Change.deletion(record(USERS), NOON)));
        assertThat(record(USERS).deleted()).isTrue();
        assertThat(record(USERS).guard().admits(TOKENS)).isTrue();
    }

    @Test
    void apply_countsEachContextFromOne() throws Exception {
        assertThat(create("slice", "users", "a").number()).isEqualTo(1);
        assertThat(create("slice", "users", "b").number()).isEqualTo(2);
        assertThat(create("other", "users", "a").number()).isEqualTo(1);
        store().apply(alone(Change.deletion(record(key("slice", "users", "a")), NOON)));
        assertThat(store().list(SLICE).revision()).contains(Revision.of(3));
    }

    @Test
    void apply_givesOneRevisionToAll() throws Exception {
        List<Change> changes = List.of(creation(USERS, "1"), creation(key("slice", "routes", "vm1"), "2"));
        Revision revision = store().apply(new ChangeSet(SLICE, changes));
        assertThat(store().list(SLICE).records())
                .extracting(ScopeRecord::revision)
                .containsExactly(revision, revision);
    }

    @Test
    void apply_changesNothingWhenOneConflicts() throws Exception {
        create("slice", "users", "vm1");
        List<Change> changes = List.of(creation(key("slice", "routes", "vm1"), "new"), creation(USERS, "again"));
        assertThatThrownBy(() -> store().apply(new ChangeSet(SLICE, changes)))
                .isInstanceOf(StoreConflict.class)
                .hasMessageContaining("slice/users/vm1");
        assertThat(store().list(SLICE).records()).extracting(ScopeRecord::key).containsExactly(USERS);
        assertThat(store().list(SLICE).revision()).contains(Revision.of(1));
    }

    @Test
    void apply_conflictsWithAnOldRevision() throws Exception {
        create("slice", "users", "vm1");
        ScopeRecord seen = record(USERS);
        store().apply(alone(modification(seen, "first")));
        assertThatThrownBy(() -> store().apply(alone(modification(seen, "second"))))
                .isInstanceOf(StoreConflict.class);
        assertThat(record(USERS).value()).contains(ScopeValue.of("first"));
    }

    @Test
    void apply_conflictsWithAForgottenRecord() throws Exception {
        create("slice", "users", "vm1");
        ScopeRecord seen = record(USERS);
        store().forget(seen);
        assertThatThrownBy(() -> store().apply(alone(modification(seen, "late"))))
                .isInstanceOf(StoreConflict.class);
        assertThat(store().read(USERS)).isEmpty();
    }

    @Test
    void apply_losesNothingWhenManyCount() throws Exception {
        long threads = 8;
        long rounds = 25;
        store().apply(alone(creation(USERS, "0")));
        inParallel((int) threads, () -> {
            for (int i = 0; i < rounds; i++) {
                increment();
            }
            return true;
        });
        assertThat(record(USERS).value()).contains(ScopeValue.of(String.valueOf(threads * rounds)));
        assertThat(record(USERS).revision()).isEqualTo(Revision.of(threads * rounds + 1));
    }

    @Test
    void list_neverSeesHalfOfAChangeSet() throws Exception {
        ScopeKey routes = key("slice", "routes", "vm1");
        Callable<Boolean> writer = () -> {
            for (int i = 0; i < 50; i++) {
                store().apply(new ChangeSet(SLICE, List.of(overwriting(USERS), overwriting(routes))));
            }
            return true;
        };
        Callable<Boolean> reader = () -> {
            for (int i = 0; i < 200; i++) {
                Listing listing = store().list(SLICE);
                assertThat(listing.records()).allSatisfy(record -> assertThat(Optional.of(record.revision()))
                        .isEqualTo(listing.revision()));
            }
            return true;
        };
        all(List.of(writer, reader));
    }

    @Test
    void list_ordersByTheBytesOfTheNames() throws Exception {
        List<ScopeKey> ordered = List.of(
                key("slice", "a", "!"),
                key("slice", "a", "a"),
                key("slice", "a", "ab"),
                key("slice", "a!", "a"),
                key("slice", "ab", "a"),
                key("slice", "ab", "\uFF5E"),
                key("slice", "ab", "\uD83D\uDE00"),
                key("slice", "b/&%+ c", "ü"));
        List<ScopeKey> shuffled = new ArrayList<>(ordered);
        Collections.reverse(shuffled);
        for (ScopeKey key : shuffled) {
            store().apply(alone(creation(key, "x")));
        }
        assertThat(store().list(SLICE).records()).extracting(ScopeRecord::key).containsExactlyElementsOf(ordered);
    }

    @Test
    void list_keepsToItsContextAndFamily() throws Exception {
        create("slice", "users", "vm1");
        create("slice", "users2", "vm1");
        create("slice", "user", "vm1");
        create("slice2", "users", "vm1");
        create("slic", "users", "vm1");
        Listing family = store().list(SLICE, Family.parse("users"));
        assertThat(family.records()).extracting(ScopeRecord::key).containsExactly(USERS);
        assertThat(family.revision()).contains(Revision.of(3));
        assertThat(store().list(SLICE).records()).hasSize(3);
    }

    @Test
    void list_hasTombstonesAndTheRevisionOfAnEmptyFamily() throws Exception {
        create("slice", "users", "vm1");
        store().apply(alone(Change.deletion(record(USERS), NOON)));
        assertThat(store().list(SLICE).records()).singleElement().matches(ScopeRecord::deleted);
        assertThat(store().list(SLICE, Family.parse("routes")))
                .isEqualTo(new Listing(List.of(), Optional.of(Revision.of(2))));
    }

    @Test
    void touch_renewsWithoutARevision() throws Exception {
        create("slice", "users", "vm1");
        ScopeRecord seen = record(USERS);
        Instant later = NOON.plus(Duration.ofDays(1));
        assertThat(store().touch(seen, later.plusNanos(1))).isTrue();
        assertThat(record(USERS)).isEqualTo(seen.touchedAt(later));
        assertThat(store().list(SLICE).revision()).contains(seen.revision());
        assertThat(store().touch(seen, NOON)).isFalse();
        assertThat(record(USERS).touched()).isEqualTo(later);
    }

    @Test
    void touch_doesNotBringBackWhatWasChanged() throws Exception {
        create("slice", "users", "vm1");
        ScopeRecord seen = record(USERS);
        store().apply(alone(Change.deletion(seen, NOON)));
        assertThat(store().touch(seen, NOON)).isFalse();
        assertThat(record(USERS).deleted()).isTrue();
    }

    @Test
    void forget_takesTheRecordAndLeavesTheCount() throws Exception {
        create("slice", "users", "vm1");
        ScopeRecord seen = record(USERS);
        assertThat(store().forget(seen)).isTrue();
        assertThat(store().read(USERS)).isEmpty();
        assertThat(store().forget(seen)).isFalse();
        assertThat(create("slice", "users", "vm1")).isEqualTo(Revision.of(2));
        assertThat(store().forget(seen)).isFalse();
        assertThat(store().read(USERS)).isPresent();
    }

    @Test
    void forget_leavesARenewedRecord() throws Exception {
        create("slice", "users", "vm1");
        ScopeRecord seen = record(USERS);
        store().touch(seen, NOON.plusSeconds(1));
        assertThat(store().forget(seen)).isFalse();
        assertThat(store().read(USERS)).isPresent();
    }

    @Test
    void scan_showsEachRecordOnce() throws Exception {
        create("a", "users", "vm1");
        create("b", "users", "vm1");
        create("b", "users", "vm2");
        store().apply(alone(Change.deletion(record(key("b", "users", "vm2")), NOON)));
        List<ScopeKey> seen = new ArrayList<>();
        store().scan(record -> seen.add(record.key()));
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        key("a", "users", "vm1"), key("b", "users", "vm1"), key("b", "users", "vm2"));
    }

    @Test
    void scan_showsEachContextBeforeItsRecords() throws Exception {
        create("a", "users", "vm1");
        create("b", "users", "vm1");
        create("b", "users", "vm2");
        store().forget(record(key("a", "users", "vm1")));
        List<String> seen = new ArrayList<>();
        store().scan(new ScopeStore.Visitor() {
            @Override
            public void visit(ContextId context, Revision revision) {
                seen.add(context + " at " + revision);
            }

            @Override
            public void visit(ScopeRecord record) {
                seen.add(record.key().toString());
            }
        });
        assertThat(seen).containsExactlyInAnyOrder("a at 1", "b at 2", "b/users/vm1", "b/users/vm2");
        assertThat(seen).containsSubsequence("b at 2", "b/users/vm1", "b/users/vm2");
    }

    @Test
    void restore_takesRecordsAsTheyAre() throws Exception {
        Guard guard = GUARD.createdBy("ab12");
        ScopeRecord live = new ScopeRecord(USERS, guard, Optional.of(ScopeValue.of("text")), Revision.of(7), NOON);
        ScopeRecord gone =
                new ScopeRecord(key("slice", "routes", "vm1"), GUARD, Optional.empty(), Revision.of(5), NOON);
        assertThat(restore(9, live, gone)).isEqualTo(2);
        assertThat(store().list(SLICE)).isEqualTo(new Listing(List.of(gone, live), Optional.of(Revision.of(9))));
        assertThat(record(USERS).guard().admits(TOKENS)).isTrue();
        assertThat(create("slice", "users", "vm2")).isEqualTo(Revision.of(10));
    }

    @Test
    void restore_leavesWhatIsAsNewOrNewer() throws Exception {
        create("slice", "users", "vm1");
        ScopeRecord own = record(USERS);
        ScopeRecord newer = new ScopeRecord(USERS, GUARD, Optional.of(ScopeValue.of("newer")), Revision.of(2), NOON);
        assertThat(restore(
                        1, new Change(USERS, Optional.empty(), GUARD, Optional.empty(), NOON).toRecord(own.revision())))
                .isZero();
        assertThat(record(USERS)).isEqualTo(own);
        assertThat(restore(2, newer)).isOne();
        assertThat(restore(2, newer)).isZero();
        assertThat(restore(1, own)).isZero();
        assertThat(store().list(SLICE)).isEqualTo(new Listing(List.of(newer), Optional.of(Revision.of(2))));
    }

    @Test
    void restore_countsOnWhereNoRecordIsLeft() throws Exception {
        assertThat(restore(4)).isZero();
        assertThat(store().list(SLICE)).isEqualTo(new Listing(List.of(), Optional.of(Revision.of(4))));
        assertThat(create("slice", "users", "vm1")).isEqualTo(Revision.of(5));
    }

    @Test
    void restore_makesAnOlderDecisionConflict() throws Exception {
        create("slice", "users", "vm1");
        ScopeRecord seen = record(USERS);
        restore(3, new ScopeRecord(USERS, GUARD, seen.value(), Revision.of(3), NOON));
        assertThatThrownBy(() -> store().apply(alone(modification(seen, "late"))))
                .isInstanceOf(StoreConflict.class);
    }

    @Test
    void scan_letsTheVisitorForget() throws Exception {
        create("a", "users", "vm1");
        create("b", "users", "vm1");
        store().scan(record -> store().forget(record));
        store().scan(record -> assertThat(record).isNull());
        assertThat(store().list(ContextId.parse("a")).revision()).contains(Revision.of(1));
    }

    @Test
    void scan_passesOnWhatTheVisitorThrows() throws Exception {
        create("a", "users", "vm1");
        assertThatThrownBy(() -> store().scan(record -> {
                    throw new StoreUnavailable("enough");
                }))
                .hasMessage("enough");
    }

    @Test
    void contexts_areInTheOrderOfTheirBytesAPageAtATime() throws Exception {
        List<String> ordered = List.of("!", "a", "a b", "ab", "ab/%\u00FC", "b", "\uFF5E", "\uD83D\uDE00");
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.reverse(shuffled);
        for (String context : shuffled) {
            create(context, "users", "vm1");
            create(context, "users", "vm2");
        }
        assertThat(contexts("", 100)).isEqualTo(ordered);
        assertThat(contexts("", 3)).isEqualTo(ordered.subList(0, 3));
        assertThat(contexts("a b", 2)).isEqualTo(ordered.subList(3, 5));
        assertThat(contexts("aa", 1)).containsExactly("ab");
        assertThat(contexts(ordered.get(ordered.size() - 1), 5)).isEmpty();
    }

    @Test
    void contexts_areThoseWithARevision() throws Exception {
        assertThat(contexts("", 10)).isEmpty();
        create("forgotten", "users", "vm1");
        store().forget(record(key("forgotten", "users", "vm1")));
        store().restore(ContextId.parse("empty"), new Listing(List.of(), Optional.of(Revision.of(4))));
        store().probe();
        assertThat(contexts("", 10)).containsExactly("empty", "forgotten");
    }

    @Test
    void verify_findsNothingWrongWithAWholeContext() throws Exception {
        create("slice", "users", "vm1");
        create("slice", "users", "vm2");
        create("slice2", "users", "vm1");
        store().apply(alone(Change.deletion(record(USERS), NOON)));
        assertThat(store().verify(SLICE)).isEqualTo(new Verification(2, List.of()));
        assertThat(store().verify(ContextId.parse("other"))).isEqualTo(new Verification(0, List.of()));
        assertThat(store().verifyFiles()).isEmpty();
    }

    @Test
    void probe_changesNothing() throws Exception {
        create("a", "users", "vm1");
        store().probe();
        List<ScopeRecord> seen = new ArrayList<>();
        store().scan(seen::add);
        assertThat(seen).hasSize(1);
    }

    private Revision create(String context, String family, String key) throws Exception {
        return store().apply(alone(creation(key(context, family, key), "text")));
    }

    private List<String> contexts(String after, int limit) throws StoreUnavailable {
        Optional<ContextId> last = after.isEmpty() ? Optional.empty() : Optional.of(ContextId.parse(after));
        return store().contexts(last, limit).stream().map(ContextId::toString).toList();
    }

    private int restore(long revision, ScopeRecord... records) throws StoreUnavailable {
        return store().restore(SLICE, new Listing(List.of(records), Optional.of(Revision.of(revision))));
    }

    private ScopeRecord record(ScopeKey key) throws StoreUnavailable {
        return store().read(key).orElseThrow();
    }

    private Change overwriting(ScopeKey key) throws StoreUnavailable {
        return store().read(key).map(record -> modification(record, "x")).orElse(creation(key, "x"));
    }

    private void increment() throws StoreUnavailable {
        boolean done = false;
        while (!done) {
            ScopeRecord seen = record(USERS);
            int count = Integer.parseInt(seen.value().orElseThrow().text().orElseThrow());
            try {
                store().apply(alone(modification(seen, String.valueOf(count + 1))));
                done = true;
            } catch (StoreConflict e) {
                Thread.onSpinWait();
            }
        }
    }

    private static void inParallel(int threads, Callable<Boolean> task) throws Exception {
        all(Collections.nCopies(threads, task));
    }

    private static void all(List<Callable<Boolean>> tasks) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(tasks.size());
        try {
            for (Future<Boolean> done : pool.invokeAll(tasks)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
