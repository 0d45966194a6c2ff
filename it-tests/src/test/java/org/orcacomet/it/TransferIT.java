package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.launcher.certificates.DevCertificates;
import org.orcacomet.store.ExportPart;
import org.orcacomet.store.ExportReader;
import org.orcacomet.store.ScopeRecord;

/** All scopes of one service are taken to another, by the commands of the distribution, while both are used. */
class TransferIT {
    private static final int SCOPES = 20;
    private static final String ADMIN = "org.orcacomet.service/admin.subjects=CN=COMET throw-away client";
    private static final File NOTHING = new File("/dev/null");

    @TempDir
    Path folder;

    private Path tls;

    @BeforeEach
    void make() throws IOException {
        tls = folder.resolve("tls");
        DevCertificates.create(tls);
    }

    private Server server(String data) throws IOException {
        return Server.start(folder.resolve(data), "--tls", tls.toString(), "--set", ADMIN);
    }

    private Command command(File input, String name, String at, String file) throws Exception {
        return Command.run(input, List.of(name, "--at", at, "--tls", tls.toString(), file));
    }

    private Path export(String at, String name) throws Exception {
        Path file = folder.resolve(name);
        Command export = command(NOTHING, "export", at, file.toString());
        assertThat(export.errors()).isEmpty();
        assertThat(export.output()).startsWith("Exported ").endsWith(" in " + file + ".\n");
        assertThat(export.status()).isZero();
        return file;
    }

    private static Map<String, String> scope(int i) {
        return Map.of(
                "contextID", "slice-" + i % 4,
                "family", "users",
                "Key", "vm-" + i,
                "readToken", "ReadToken" + i,
                "writeToken", "WriteToken" + i);
    }

    private static void write(Caller caller, int i, String value) throws Exception {
        assertThat(caller.write(scope(i), value).statusCode()).isEqualTo(200);
    }

    private static Map<String, ScopeRecord> records(Path export) throws Exception {
        Map<String, ScopeRecord> records = new HashMap<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(export))) {
            ExportReader reader = new ExportReader(in);
            for (Optional<ExportPart> part = reader.next(); part.isPresent(); part = reader.next()) {
                part.get()
                        .listing()
                        .records()
                        .forEach(record -> records.put(record.key().toString(), record));
            }
        }
        return records;
    }

    @Test
    void scopes_areTakenToAnotherServiceAsTheyAreWhileBothAreUsed() throws Exception {
        try (Server one = server("one");
                Server two = server("two")) {
            URI old = one.address();
            URI next = two.address();
            Caller from = new Caller(old, tls);
            Caller to = new Caller(next, tls);
            fill(from);
            Path busy = exportWhileItIsWrittenTo(old.toString(), from);
            assertThat(records(busy)).hasSizeGreaterThanOrEqualTo(SCOPES);

            String at = next.toString();
            assertImported(command(NOTHING, "import", at, busy.toString()));
            Path last = export(old.toString(), "last.export");
            assertImported(command(NOTHING, "import", at, last.toString()));
            assertThat(command(last.toFile(), "import", at, "-").output()).contains(" of which 0 were taken");

            assertThat(records(export(at, "two.export"))).isEqualTo(records(last));
            assertSame(from, to);
            assertCountGoesOn(to);
            assertThat(one.errors() + two.errors()).isEmpty();
        }
        for (String name : List.of("busy.export", "last.export", "one/log", "two/log")) {
            Secrets.assertNowhere(List.of("ReadToken", "WriteToken"), folder.resolve(name));
        }
        Secrets.assertNowhere(List.of("MarkedValue"), folder.resolve("one/log"), folder.resolve("two/log"));
    }

    private static void fill(Caller caller) throws Exception {
        for (int i = 0; i < SCOPES; i++) {
            write(caller, i, "MarkedValue" + i);
        }
        write(caller, 1, "MarkedValue again");
        assertThat(caller.send("DELETE", "/deleteScope", scope(2), "").statusCode())
                .isEqualTo(200);
    }

    private Path exportWhileItIsWrittenTo(String at, Caller caller) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> writing = CompletableFuture.supplyAsync(() -> writeUntil(done, caller));
        Path export = export(at, "busy.export");
        done.set(true);
        assertThat(writing.join()).isPositive();
        return export;
    }

    private static int writeUntil(AtomicBoolean done, Caller caller) {
        int written = 0;
        try {
            // Once at least, however late this thread begins.
            do {
                write(caller, 3, "MarkedValue " + written);
                write(caller, SCOPES + written++, "MarkedValue");
            } while (!done.get());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return written;
    }

    private static void assertImported(Command command) {
        assertThat(command.errors()).isEmpty();
        assertThat(command.output()).startsWith("the export is imported: 4 contexts, ");
        assertThat(command.status()).isZero();
    }

    private static void assertSame(Caller from, Caller to) throws Exception {
        for (int i = 0; i < SCOPES + 1; i++) {
            String there = to.read(scope(i)).body();
            assertThat(there).isEqualTo(from.read(scope(i)).body());
            assertThat(there).contains(i == 2 ? "\"state\":\"deleted\"" : "\"state\":\"present\"");
        }
        Map<String, String> wrong = new HashMap<>(scope(5));
        wrong.put("readToken", "ReadToken6");
        assertThat(to.read(wrong).statusCode()).isEqualTo(403);
    }

    /** Slice 2 has had its five scopes, a deletion and whatever was written beside the export. */
    private static void assertCountGoesOn(Caller to) throws Exception {
        String before = to.read(scope(6)).body();
        assertThat(before).contains("\"revision\":2");
        String answer = to.write(scope(6), "new").body();
        assertThat(Long.parseLong(answer.replaceAll(".*\"revision\":(\\d+).*", "$1")))
                .isGreaterThan(6);
    }

    @Test
    void command_thatCannotDoItsWorkSaysWhyAndWithWhichStatus() throws Exception {
        try (Server server = Server.start(folder.resolve("data"), "--tls", tls.toString())) {
            String at = server.address().toString();
            assertFailed(3, command(NOTHING, "export", at, folder.resolve("x").toString()), "refuses this certificate");
            Path garbage = Files.writeString(folder.resolve("garbage"), "garbage");
            assertFailed(1, command(NOTHING, "import", at, garbage.toString()), "it is no export of COMET");
            assertFailed(1, command(NOTHING, "import", at, "-"), "nothing of standard input was sent: it is empty");
            server.kill();
            assertFailed(5, command(NOTHING, "export", at, folder.resolve("x").toString()), "no service answers at");
        }
        assertThat(folder.resolve("x")).doesNotExist();
    }

    private static void assertFailed(int status, Command command, String sentence) {
        assertThat(command.errors().lines()).hasSize(1);
        assertThat(command.errors()).startsWith("comet: ").contains(sentence);
        assertThat(command.output()).isEmpty();
        assertThat(command.status()).isEqualTo(status);
    }
}
