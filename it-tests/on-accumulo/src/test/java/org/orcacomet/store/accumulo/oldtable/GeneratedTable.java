package org.orcacomet.store.accumulo.oldtable;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.accumulo.core.client.BatchWriter;
import org.apache.accumulo.core.client.MutationsRejectedException;
import org.apache.accumulo.core.data.Key;
import org.apache.accumulo.core.data.Mutation;
import org.apache.accumulo.core.data.Value;
import org.apache.accumulo.core.security.ColumnVisibility;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.accumulo.testkit.OldServer;

/** A table as years leave it: each entry has a token of its own; some are deleted, aged, doubled or broken. */
final class GeneratedTable {
    static final Duration EXPIRE = Duration.ofDays(30);

    private static final List<String> FAMILIES = List.of("users", "interfaces", "storage", "scripts", "hostsall");
    private static final int PER_SLICE = 100;
    private static final String VALUE = "{\"val_\":\"[{\\\"entry\\\":%d}]\"}" + " ".repeat(200);

    private final Instant now = Instant.now();
    private final BatchWriter writer;
    private final Map<ScopeKey, Expected> expected = new HashMap<>();
    private final Map<Tally.Kind, Long> counts = new EnumMap<>(Tally.Kind.class);

    GeneratedTable(BatchWriter writer) {
        this.writer = writer;
    }

    /** What is to be found under a name. */
    record Expected(TokenPair tokens, Optional<ScopeValue> value) {
        private void assertIn(ScopeRecord record) {
            assertThat(record.value()).as("%s", record.key()).isEqualTo(value);
            assertThat(record.guard().admits(tokens)).as("%s", record.key()).isTrue();
        }
    }

    /** Writes so many cells. */
    void write(int cells) throws MutationsRejectedException {
        for (int i = 0; counts.getOrDefault(Tally.Kind.READ, 0L) < cells; i++) {
            write(i, kind(i % 100));
        }
        writer.flush();
    }

    private static Tally.Kind kind(int percent) {
        return switch (percent) {
            case 1, 2, 3 -> Tally.Kind.DELETED;
            case 4, 5, 6 -> Tally.Kind.AGED;
            case 7, 8 -> Tally.Kind.DOUBLED;
            case 9 -> Tally.Kind.BROKEN;
            default -> Tally.Kind.EXPORTED;
        };
    }

    private void write(int i, Tally.Kind kind) throws MutationsRejectedException {
        Instant at = now.minusSeconds(3600).plusMillis(i);
        TokenPair tokens = tokens(i, 0);
        ScopeKey key = key(i);
        switch (kind) {
            case DELETED -> deleted(i, at);
            case AGED -> put(key, tokens, at.minus(EXPIRE.multipliedBy(2)), live(i, at.minus(EXPIRE.multipliedBy(2))));
            case BROKEN -> put(key, tokens, at, broken(i));
            case DOUBLED -> {
                put(key, tokens(i, 1), at.minusSeconds(5), live(i, at.minusSeconds(5)));
                create(i, at);
            }
            default -> create(i, at);
        }
        count(kind);
        if (kind == Tally.Kind.DOUBLED || kind == Tally.Kind.DELETED) {
            count(Tally.Kind.EXPORTED);
        }
    }

    private void create(int i, Instant at) throws MutationsRejectedException {
        boolean timeless = i % 10 == 0;
        put(key(i), tokens(i, 0), at, timeless ? OldServer.timeless(writeToken(i), text(i)) : live(i, at));
        expected.put(key(i), new Expected(tokens(i, 0), Optional.of(ScopeValue.of(text(i)))));
    }

    private void deleted(int i, Instant at) throws MutationsRejectedException {
        put(key(i), tokens(i, 0), at, OldServer.deleted(writeToken(i), at));
        expected.put(key(i), new Expected(tokens(i, 0), Optional.empty()));
    }

    private static Value live(int i, Instant at) {
        return OldServer.live(writeToken(i), text(i), at);
    }

    private static Value broken(int i) {
        byte[] whole = live(i, Instant.EPOCH).get();
        return i % 200 < 100 ? OldServer.value("x") : new Value(Arrays.copyOf(whole, whole.length / 2));
    }

    private void put(ScopeKey key, TokenPair tokens, Instant at, Value value) throws MutationsRejectedException {
        Key cell = OldServer.cell(key, tokens, at);
        Mutation mutation = new Mutation(cell.getRow());
        mutation.put(
                cell.getColumnFamily(),
                cell.getColumnQualifier(),
                new ColumnVisibility(cell.getColumnVisibility()),
                cell.getTimestamp(),
                value);
        writer.addMutation(mutation);
        count(Tally.Kind.READ);
    }

    private void count(Tally.Kind kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    /** Goes on as users do: entry i is created, written anew, or deleted; now, as Accumulo's clock has it. */
    void change(int i, int round) throws MutationsRejectedException {
        Mutation mutation = new Mutation(key(i).context().toString());
        String text = round + " " + text(i);
        boolean delete = i % 7 == round % 7;
        mutation.put(
                key(i).family().toString(),
                key(i).key().toString(),
                new ColumnVisibility(TokenCodec.reveal(tokens(i, 0).read())),
                delete
                        ? OldServer.deleted(writeToken(i), Instant.now())
                        : OldServer.live(writeToken(i), text, Instant.now()));
        writer.addMutation(mutation);
        writer.flush();
        expected.put(key(i), new Expected(tokens(i, 0), delete ? Optional.empty() : Optional.of(ScopeValue.of(text))));
    }

    private static ScopeKey key(int i) {
        return ScopeKey.of(
                ContextId.parse("slice-" + i / PER_SLICE),
                Family.parse(FAMILIES.get(i % FAMILIES.size())),
                EntryKey.parse("unit-" + i));
    }

    private static TokenPair tokens(int i, int which) {
        return TokenPair.of(TokenCodec.readToken("Read" + which + "x" + i), TokenCodec.writeToken(writeToken(i)));
    }

    private static String writeToken(int i) {
        return "Write0x" + i;
    }

    private static String text(int i) {
        return VALUE.formatted(i);
    }

    long count(String kind) {
        return counts.getOrDefault(Tally.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), 0L);
    }

    /** All that is to be there is in the store, opens with its tokens, and nothing else is there. */
    void assertIn(ScopeStore store) throws StoreUnavailable {
        Map<ScopeKey, ScopeRecord> found = new HashMap<>();
        store.scan(record -> found.put(record.key(), record));
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        found.forEach((key, record) -> expected.get(key).assertIn(record));
    }
}
