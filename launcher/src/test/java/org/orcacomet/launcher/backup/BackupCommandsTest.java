package org.orcacomet.launcher.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.launcher.Launcher;
import org.orcacomet.launcher.certificates.DevCertificates;
import org.orcacomet.launcher.service.FakeService;

class BackupCommandsTest {
    private static final String NAME = "backup-20261122T020500Z";
    private static final String BACKUP =
            "\"name\":\"" + NAME + "\",\"created\":\"2026-11-22T02:05:00Z\",\"files\":5,\"bytes\":12345";

    @TempDir
    static Path shared;

    private static Path tls;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void make() throws IOException {
        tls = shared.resolve("tls");
        DevCertificates.create(tls);
    }

    private int launch(FakeService service, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--at", "https://localhost:" + service.port(), "--tls", tls.toString()));
        return Launcher.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private static FakeService service(int status, String message, String value) throws Exception {
        byte[] answer = ("{\"status\":\"X\",\"message\":\"" + message + "\",\"value\":{" + value
                        + "},\"version\":\"1\"}")
                .getBytes(StandardCharsets.UTF_8);
        return new FakeService(tls, status, answer, answer.length);
    }

    private record Said(List<String> arguments, String value, String output) {}

    static Stream<Said> said() {
        String former = "/data/store/before-restore-20261122T030000Z";
        String restored = BACKUP + ",\"former\":\"" + former + "\"";
        return Stream.of(
                new Said(List.of("backup"), BACKUP, "Made " + NAME + ": 5 files, 12345 bytes.\n"),
                new Said(List.of("backup", "--json"), BACKUP, "{" + BACKUP + "}\n"),
                new Said(List.of("backup", "--list"), "\"backups\":[]", "There is no backup.\n"),
                new Said(
                        List.of("backup", "--list"),
                        "\"backups\":[{" + BACKUP + "}]",
                        "NAME                     CREATED               FILES  BYTES\n" + NAME
                                + "  2026-11-22T02:05:00Z  5      12345\n"),
                new Said(
                        List.of("restore", NAME),
                        restored,
                        "Restored " + NAME + ", made 2026-11-22T02:05:00Z. The former store is kept in " + former
                                + " on the service's machine: remove it once you do not need it.\n"),
                new Said(List.of("restore", NAME, "--json"), restored, "{" + restored + "}\n"));
    }

    @ParameterizedTest
    @MethodSource("said")
    void command_saysWhatCameOfIt(Said row) throws Exception {
        try (FakeService service = service(200, "done", row.value())) {
            assertThat(launch(service, row.arguments().toArray(String[]::new))).isZero();
        }
        assertThat(out.toString()).isEqualTo(row.output());
        assertThat(err.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 1, 'refuses (400): this is why'",
        "403, 3, 'refuses this certificate'",
        "404, 4, 'says: this is why'",
        "429, 5, 'refuses (429): this is why'",
        "503, 5, 'refuses (503): this is why'"
    })
    void command_saysWhyItWasRefused(int status, int exit, String sentence) throws Exception {
        try (FakeService service = service(status, "this is why", "")) {
            for (String[] command : List.of(new String[] {"backup"}, new String[] {"restore", NAME})) {
                err.getBuffer().setLength(0);
                assertThat(launch(service, command)).isEqualTo(exit);
                assertThat(err.toString().lines()).hasSize(1);
                assertThat(err.toString()).startsWith("comet: ").contains(sentence);
            }
        }
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void command_saysThatTheServiceIsOfAnEarlierVersion() throws Exception {
        try (FakeService service = service(404, "there is no such call", "")) {
            assertThat(launch(service, "backup")).isEqualTo(1);
        }
        assertThat(err.toString()).contains("it is of an earlier version");
    }

    @Test
    void restore_takesAName() throws Exception {
        try (FakeService service = service(200, "done", BACKUP)) {
            assertThat(launch(service, "restore")).isEqualTo(2);
            assertThat(service.taken()).isEmpty();
        }
        assertThat(err.toString()).contains("NAME");
    }
}
