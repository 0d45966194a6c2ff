package org.orcacomet.store.rocksdb;

import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.IOException;
import java.nio.file.Path;
import org.orcacomet.store.StoreConflict;
import org.orcacomet.store.StoreUnavailable;

/** A process that writes without end, from several threads, and says what was acknowledged: context, key, revision. */
final class StoreWriter {
    private static final int THREADS = 4;

    private StoreWriter() {}

    static Process start(Path dir, Path said) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        StoreWriter.class.getName(),
                        dir.toString())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] args) throws IOException {
        RocksDbScopeStore store = RocksDbScopeStore.open(Path.of(args[0]));
        for (int thread = 0; thread < THREADS; thread++) {
            String context = "slice" + thread % 2;
            String prefix = "vm" + thread + "-";
            new Thread(() -> write(store, context, prefix)).start();
        }
    }

    private static void write(RocksDbScopeStore store, String context, String prefix) {
        for (int i = 0; ; i++) {
            try {
                long revision = store.apply(alone(creation(key(context, "users", prefix + i), "text")))
                        .number();
                System.out.println(context + " " + prefix + i + " " + revision);
            } catch (StoreConflict | StoreUnavailable e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
