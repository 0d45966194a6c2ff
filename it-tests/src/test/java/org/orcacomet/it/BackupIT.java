package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.launcher.certificates.DevCertificates;

/** The embedded store is backed up and restored by the commands of the distribution, and both are killed half-way. */
class BackupIT {
    private static final int SCOPES = 20;
    private static final String ADMIN = "org.orcacomet.service/admin.subjects=CN=COMET throw-away client";
    private static final File NOTHING = new File("/dev/null");
    private static final String LARGE = noise();
    private static final String WORK = "store/work-*/db";

    @TempDir
    Path folder;

    private Path tls;

    @BeforeEach
    void make() throws IOException {
        tls = folder.resolve("tls");
        DevCertificates.create(tls);
    }

    /** Nothing makes it smaller. */
    private static String noise() {
        StringBuilder text = new StringBuilder();
        new Random(1).ints(500_000, 'a', 'z').forEach(c -> text.append((char) c));
        return text.toString();
    }

    private Server server(String data) throws IOException {
        return Server.start(folder.resolve(data), "--tls", tls.toString(), "--set", ADMIN);
    }

    private Command command(String at, String... arguments) throws Exception {
        return Command.run(
                NOTHING,
                Stream.concat(Stream.of(arguments), Stream.of("--at", at, "--tls", tls.toString()))
                        .toList());
    }

    private static Map<String, String> scope(int i) {
        return Map.of(
                "contextID", "slice",
                "family", "users",
                "Key", "vm-" + i,
                "readToken", "ReadToken" + i,
                "writeToken", "WriteToken" + i);
    }

    private static void write(Caller caller, String value) throws Exception {
        for (int i = 0; i < SCOPES; i++) {
            assertThat(caller.write(scope(i), value).statusCode()).isEqualTo(200);
        }
    }

    private static void assertAll(Caller caller, String value) throws Exception {
        for (int i = 0; i < SCOPES; i++) {
            assertThat(caller.read(scope(i)).body()).contains("\"value\":\"" + value);
        }
    }

    private static String backup(Command made) {
        assertThat(made.errors()).isEmpty();
        assertThat(made.output()).matches("Made backup-\\d{8}T\\d{6}Z: \\d+ files, \\d+ bytes\\.\n");
        assertThat(made.status()).isZero();
        return made.output().substring("Made ".length(), made.output().indexOf(':'));
    }

    @Test
    void store_isBroughtBackAndADestroyedDiskToo() throws Exception {
        String name;
        try (Server one = server("one")) {
            URI address = one.address();
            String at = address.toString();
            Caller caller = new Caller(address, tls);
            write(caller, "MarkedValue before");
            name = backup(command(at, "backup"));
            write(caller, "MarkedValue after");
            assertThat(command(at, "backup", "--list").output())
                    .startsWith("NAME")
                    .contains("\n" + name);
            assertRestored(command(at, "restore", name), name, folder.resolve("one/store/before-restore-"));
            assertAll(caller, "MarkedValue before");
            assertFailed(command(at, "restore", "../" + name), 1, "a backup has a name such as");
            assertFailed(command(at, "restore", "backup-20200101T000000Z"), 4, "there is no backup of this name");
            assertThat(one.errors()).isEmpty();
        }
        copy(
                folder.resolve("one/backups").resolve(name),
                folder.resolve("two/backups").resolve(name));
        try (Server two = server("two")) {
            URI at = two.address();
            Command restored = command(at.toString(), "restore", name);
            assertRestored(restored, name, folder.resolve("two/store/before-restore-"));
            assertAll(new Caller(at, tls), "MarkedValue before");
        }
        Secrets.assertNowhere(
                List.of("ReadToken", "WriteToken", "MarkedValue"),
                folder.resolve("one/log"),
                folder.resolve("two/log"));
        Secrets.assertNowhere(List.of("ReadToken", "WriteToken"), folder.resolve("one/backups"));
    }

    private static void assertRestored(Command restored, String name, Path former) {
        assertThat(restored.errors()).isEmpty();
        assertThat(restored.output())
                .startsWith("Restored " + name + ", made 20")
                .contains(former.toString())
                .endsWith(": remove it once you do not need it.\n");
        assertThat(restored.status()).isZero();
    }

    private static void assertFailed(Command command, int status, String sentence) {
        assertThat(command.errors().lines()).hasSize(1);
        assertThat(command.errors()).startsWith("comet: ").contains(sentence);
        assertThat(command.status()).isEqualTo(status);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    /** What is to be seen when the service is killed; it may have gone on a little until it is dead. */
    private record Moment(String call, String glob) {}

    /** A service on the one data folder, and who calls it. */
    private final class Running implements AutoCloseable {
        private final Server server = server("data");
        private final URI address = server.address();
        private final Caller caller = new Caller(address, tls);

        private Running() throws Exception {}

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    @Test
    void kill_halfWayLeavesOneStoreAsAWholeThatIsFoundByItself() throws Exception {
        Running running = new Running();
        try {
            write(running.caller, "before" + LARGE);
            String name = backup(command(running.address.toString(), "backup"));
            for (Moment moment : List.of(
                    new Moment("/admin/backup", "backups/*.part"),
                    new Moment("/admin/restore", WORK),
                    new Moment("/admin/restore", "store/incoming.*"))) {
                killAt(moment, name, running);
                boolean restored = isRestored(moment);
                running = new Running();
                assertAll(running.caller, restored ? "before" : "after");
                assertThat(folder.resolve("data/store")).isDirectoryNotContaining("glob:**/{work-,incoming}*");
            }
            String at = running.address.toString();
            // One that was whole when its moment was seen is there.
            assertThat(command(at, "backup", "--list").output().lines()).hasSizeBetween(2, 3);
            backup(command(at, "backup"));
            assertThat(folder.resolve("data/backups")).isDirectoryNotContaining("glob:**.part");
            command(at, "restore", name);
            assertAll(running.caller, "before");
        } finally {
            running.close();
        }
    }

    private void killAt(Moment moment, String name, Running running) throws Exception {
        write(running.caller, "after");
        CompletableFuture<Integer> call =
                CompletableFuture.supplyAsync(() -> status(running.caller, moment.call(), Map.of("backup", name)));
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(1))
                .until(() -> call.isDone() || isThere(moment.glob()));
        running.server.kill();
        call.join();
    }

    /** Whether it was decided, by the new name of the folder in which the other store was made. */
    private boolean isRestored(Moment moment) throws IOException {
        return moment.call().equals("/admin/restore") && !isThere(WORK);
    }

    private static int status(Caller caller, String path, Map<String, String> parameters) {
        try {
            HttpResponse<String> answer = caller.send("POST", path, parameters, "");
            return answer.statusCode();
        } catch (IOException killed) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private boolean isThere(String glob) throws IOException {
        Path data = folder.resolve("data");
        String[] parts = glob.split("/", 2);
        return !found(data.resolve(parts[0]), parts[1]).isEmpty();
    }

    private static List<Path> found(Path in, String glob) throws IOException {
        String[] parts = glob.split("/", 2);
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(in, parts[0])) {
            for (Path entry : entries) {
                if (parts.length == 1 || Files.exists(entry.resolve(parts[1]))) {
                    return List.of(entry);
                }
            }
        } catch (NoSuchFileException notYet) {
            return List.of();
        }
        return List.of();
    }
}
