package org.orcacomet.store.rocksdb;

import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.orcacomet.api.ContextId;
import org.orcacomet.store.BackupRefused;
import org.orcacomet.store.StoreUnavailable;

/**
 * A process whose store and backups are each on a small file system in memory, which a namespace of its own gives to it,
 * so that it takes no root. It says what it sees while they are full.
 */
final class SmallDisks {
    private static final List<String> APART = List.of("unshare", "--user", "--map-root-user", "--mount", "sh", "-c");
    private static final String MOUNTS = "mount -t tmpfs -o size=240m tmpfs \"$0/store\""
            + " && mount -t tmpfs -o size=6m tmpfs \"$0/backups\" && exec \"$@\"";
    private static final int SCOPES = 40;
    private static final int TEXT = 500_000;

    private final Path dir;
    private final Path backups;
    private final RocksDbScopeStore store;

    private SmallDisks(Path temp) throws IOException {
        dir = temp.resolve("store");
        backups = temp.resolve("backups");
        store = RocksDbScopeStore.open(dir, 0, new BackupSettings(backups, 2));
    }

    /** Whether this machine lets users have namespaces. */
    static boolean areToBeHad() throws InterruptedException {
        try {
            return new ProcessBuilder(Stream.concat(APART.stream(), Stream.of("true"))
                                    .toList())
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    static Process start(Path temp) throws IOException {
        Files.createDirectories(temp.resolve("store"));
        Files.createDirectories(temp.resolve("backups"));
        Stream<String> process = Stream.of(
                MOUNTS,
                temp.toString(),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SmallDisks.class.getName(),
                temp.toString());
        return new ProcessBuilder(Stream.concat(APART.stream(), process).toList())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] args) throws Exception {
        SmallDisks disks = new SmallDisks(Path.of(args[0]));
        disks.write(0, "text");
        disks.backUpWhileTheirDiskIsFull();
        disks.backUpWhatIsTooLarge();
        disks.restoreWhileTheStoresDiskIsFull();
    }

    private void backUpWhileTheirDiskIsFull() throws Exception {
        fill(backups);
        System.out.println("full: " + makes());
        Files.delete(filling(backups));
        System.out.println("room: " + makes());
    }

    private void backUpWhatIsTooLarge() throws Exception {
        Random random = new Random(1);
        for (int i = 1; i <= SCOPES; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(TEXT, 'a', 'z').forEach(c -> text.append((char) c));
            write(i, text.toString());
        }
        System.out.println("too large: " + makes());
    }

    private void restoreWhileTheStoresDiskIsFull() throws Exception {
        fill(dir);
        System.out.println("full: " + restores());
        Files.delete(filling(dir));
        System.out.println("room: " + restores());
        write(SCOPES + 1, "text");
        System.out.println("goes on: " + scopes() + " scopes");
    }

    private void write(int number, String text) throws Exception {
        store.apply(alone(creation(key("slice", "users", "vm" + number), text)));
    }

    private int scopes() throws StoreUnavailable {
        return store.list(ContextId.parse("slice")).records().size();
    }

    private String makes() throws Exception {
        String outcome = "made";
        try {
            store.backups().orElseThrow().make();
        } catch (BackupRefused e) {
            outcome = e.reason() + " " + e.getMessage();
        }
        try (Stream<Path> left = Files.list(backups)) {
            long folders = left.filter(Files::isDirectory).count();
            return outcome + "; " + store.backups().orElseThrow().list().size() + " of " + folders + " folders";
        }
    }

    private String restores() throws Exception {
        String outcome = "restored";
        try {
            store.backups()
                    .orElseThrow()
                    .restore(store.backups().orElseThrow().list().get(0).name());
        } catch (BackupRefused e) {
            outcome = e.reason() + " " + e.getMessage();
        }
        return outcome + "; " + scopes() + " scopes";
    }

    private static Path filling(Path folder) {
        return folder.resolve("lost+found");
    }

    private static void fill(Path folder) throws IOException {
        byte[] chunk = new byte[1 << 12];
        try (OutputStream out = Files.newOutputStream(filling(folder))) {
            for (int i = 0; i < 1 << 20; i++) {
                out.write(chunk);
            }
        } catch (IOException full) {
            return;
        }
        throw new IOException("the disk is too large");
    }
}
