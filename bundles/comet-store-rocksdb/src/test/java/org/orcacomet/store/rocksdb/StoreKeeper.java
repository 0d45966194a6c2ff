package org.orcacomet.store.rocksdb;

import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;
import static org.orcacomet.store.testkit.Samples.modification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.store.BackupRefused;
import org.orcacomet.store.Change;
import org.orcacomet.store.ChangeSet;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;

/**
 * A process that writes all scopes, backs them up, writes others over them, and brings the former back, without end. It
 * says how many deeds are done.
 */
final class StoreKeeper {
    static final ContextId SLICE = ContextId.parse("slice");
    private static final int SCOPES = 50;
    private static final int DEEDS = 4;
    private static final String PADDING = "x".repeat(20_000);

    private final RocksDbScopeStore store;
    private String backup = "";

    private StoreKeeper(RocksDbScopeStore store) {
        this.store = store;
    }

    static Process start(Path dir, Path said) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StoreKeeper.class.getName(),
                        dir.toString())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] args) throws Exception {
        StoreKeeper keeper = new StoreKeeper(RocksDbScopeStore.open(Path.of(args[0])));
        for (int done = 0; ; done++) {
            keeper.act(done);
            System.out.println(done + 1);
        }
    }

    private void act(int deed) throws StoreUnavailable, StoreConflict, BackupRefused {
        switch (deed % DEEDS) {
            case 1 -> backup = store.backups().orElseThrow().make().name();
            case 3 -> store.backups().orElseThrow().restore(backup);
            default -> write(after(deed + 1));
        }
    }

    private void write(String text) throws StoreUnavailable, StoreConflict {
        List<ScopeKey> keys = IntStream.range(0, SCOPES)
                .mapToObj(i -> key(SLICE.toString(), "users", "vm" + i))
                .toList();
        List<ScopeRecord> seen = store.list(SLICE).records();
        List<Change> changes = seen.isEmpty()
                ? keys.stream().map(key -> creation(key, text)).toList()
                : seen.stream().map(record -> modification(record, text)).toList();
        store.apply(new ChangeSet(SLICE, changes));
    }

    /** The text of all scopes after so many deeds; empty before the first. */
    static String after(int deeds) {
        int whole = deeds / DEEDS * DEEDS;
        int written =
                switch (deeds % DEEDS) {
                    case 0 -> whole - DEEDS + 1;
                    case 3 -> deeds;
                    default -> whole + 1;
                };
        return deeds == 0 ? "" : written + PADDING;
    }

    /** The text of all scopes of a store; empty if it has none. Fails if they are not the same. */
    static String text(RocksDbScopeStore store) throws StoreUnavailable {
        List<Optional<ScopeValue>> values =
                store.list(SLICE).records().stream().map(ScopeRecord::value).toList();
        if (values.stream().distinct().count() > 1 || !List.of(0, SCOPES).contains(values.size())) {
            throw new AssertionError("these are the scopes of two moments");
        }
        return values.stream()
                .findFirst()
                .flatMap(value -> value)
                .flatMap(ScopeValue::text)
                .orElse("");
    }
}
