package org.orcacomet.launcher.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.Launcher;
import org.orcacomet.launcher.certificates.DevCertificates;
import org.orcacomet.launcher.service.FakeService;
import org.orcacomet.store.ExportWriter;

class TransferCommandsTest {
    private static final String DONE = "the export is imported: 1 contexts";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path tls;
    private static byte[] export;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void make() throws IOException {
        tls = shared.resolve("tls");
        DevCertificates.create(tls);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ExportWriter writer = new ExportWriter(bytes);
        writer.context(ContextId.parse("slice"), Revision.of(3));
        writer.end();
        export = bytes.toByteArray();
    }

    private int launch(String... arguments) {
        return Launcher.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private int launch(String command, int port, Path file, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of(command, "--at", "https://localhost:" + port, "--tls", tls.toString(), file.toString()));
        arguments.addAll(List.of(more));
        return launch(arguments.toArray(String[]::new));
    }

    private static FakeService service(int status, byte[] answer) throws Exception {
        return new FakeService(tls, status, answer, answer.length);
    }

    private static byte[] envelope(String message) {
        return ("{\"status\":\"X\",\"message\":\"" + message + "\",\"value\":{},\"version\":\"1.0\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private void assertFailed(int status, String sentence) {
        assertEnded(ExitStatus.FAILED, status, sentence);
    }

    private void assertEnded(ExitStatus expected, int status, String sentence) {
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("comet: ").contains(sentence);
        assertThat(out.toString()).isEmpty();
        assertThat(status).isEqualTo(expected.code());
    }

    @Test
    void export_isAFileForItsOwnerAloneAndNothingElse() throws Exception {
        Path file = folder.resolve("all.export");
        try (FakeService service = service(200, export)) {
            assertThat(launch("export", service.port(), file)).isZero();
        }
        assertThat(out.toString())
                .isEqualTo("Exported 1 contexts, 0 records in " + file + "." + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
        assertThat(file).hasBinaryContent(export);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void export_overwritesNothingUnlessItIsTold() throws Exception {
        Path file = Files.writeString(folder.resolve("all.export"), "mine");
        try (FakeService service = service(200, export)) {
            assertFailed(launch("export", service.port(), file), "is there already");
            assertThat(file).hasContent("mine");
            assertThat(service.taken()).isEmpty();
            assertThat(launch("export", service.port(), file, "--force")).isZero();
            assertThat(file).hasBinaryContent(export);
        }
    }

    @Test
    void export_saysThatItsFileCannotBeWritten() throws Exception {
        try (FakeService service = service(200, export)) {
            assertFailed(launch("export", service.port(), folder.resolve("no/all")), "cannot be written");
        }
    }

    @Test
    void export_refusesAFolder() throws Exception {
        try (FakeService service = service(200, export)) {
            assertFailed(launch("export", service.port(), folder, "--force"), "is a folder: name a file");
        }
    }

    private record Fault(String name, int status, byte[] answer, long length, String sentence) {
        private ExitStatus expected() {
            return switch (status) {
                case 403 -> ExitStatus.REFUSED;
                case 429 -> ExitStatus.UNAVAILABLE;
                default -> ExitStatus.FAILED;
            };
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static Fault fault(String name, int status, byte[] answer, String sentence) {
        return new Fault(name, status, answer, answer.length, sentence);
    }

    static Stream<Fault> faults() {
        byte[] later = export.clone();
        later["COMET-EXPORT".length()] = 2;
        byte[] damaged = export.clone();
        damaged[export.length - 1] ^= 1;
        return Stream.of(
                new Fault("broken off", 200, export, export.length + 9, "the service broke the export off"),
                fault("cut", 200, Arrays.copyOf(export, 40), "no whole export: it is cut short after 0 records"),
                fault("damaged", 200, damaged, "no whole export: it is damaged after 0 records"),
                fault("no export", 200, envelope("OK"), "no whole export: it is no export of COMET"),
                fault("later", 200, later, "it is an export of version 2, and this COMET reads version 1"),
                fault("403", 403, envelope("no"), "admin.subjects of org.orcacomet.service must list its subject"),
                fault("404", 404, envelope("no"), "does not know exports and imports"),
                fault("429", 429, envelope("two are under way"), "refuses (429): two are under way"),
                fault("500", 500, new byte[] {'x'}, "refuses (500): it does not say why"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void export_keepsNothingOfWhatIsNotWhole(Fault fault) throws Exception {
        try (FakeService service = new FakeService(tls, fault.status(), fault.answer(), fault.length())) {
            int status = launch("export", service.port(), folder.resolve("all.export"));
            assertEnded(fault.expected(), status, fault.sentence());
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void import_sendsTheFileAndSaysWhatCameOfIt() throws Exception {
        Path file = Files.write(folder.resolve("all.export"), export);
        try (FakeService service = service(200, envelope(DONE))) {
            assertThat(launch("import", service.port(), file)).isZero();
            assertThat(service.taken()).containsExactly(export);
        }
        assertThat(out.toString()).isEqualTo(DONE + "." + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void import_sendsNothingOfAFileThatIsNotWhole() throws Exception {
        try (FakeService service = service(200, envelope(DONE))) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(export, export.length - 1));
            assertFailed(launch("import", service.port(), cut), "nothing of " + cut + " was sent: it is cut short");
            err.getBuffer().setLength(0);
            assertFailed(launch("import", service.port(), folder.resolve("none")), "cannot be read (NoSuchFile");
            assertThat(service.taken()).isEmpty();
        }
    }

    @Test
    void import_saysWhyTheServiceRefuses() throws Exception {
        Path file = Files.write(folder.resolve("all.export"), export);
        try (FakeService service = service(503, envelope("the store cannot answer now; 0 were taken"))) {
            assertEnded(
                    ExitStatus.UNAVAILABLE,
                    launch("import", service.port(), file),
                    "refuses (503): the store cannot answer now; 0 were");
        }
    }

    @Test
    void service_thatIsDownIsOneSentence() throws Exception {
        // Bound, so that nobody else takes the port, and deaf.
        try (Socket deaf = new Socket()) {
            deaf.bind(new InetSocketAddress(0));
            int port = deaf.getLocalPort();
            int status = launch("export", port, folder.resolve("f"));
            assertEnded(ExitStatus.UNAVAILABLE, status, "no service answers at https://localhost:" + port);
        }
    }

    @Test
    void service_ofAnotherCaOrNameIsOneSentence() throws Exception {
        Path others = folder.resolve("others");
        DevCertificates.create(others);
        try (FakeService service = service(200, export)) {
            String ca = others.resolve("ca.pem").toString();
            assertFailed(launch("export", service.port(), folder.resolve("f"), "--cacert", ca), "is of another CA");
            err.getBuffer().setLength(0);
            String other = "https://127.0.0.2:" + service.port();
            int status = launch(
                    "export",
                    "--at",
                    other,
                    "--tls",
                    tls.toString(),
                    folder.resolve("f").toString());
            assertFailed(status, "is not for 127.0.0.2");
        }
    }

    static Stream<List<String>> unusable() {
        return Stream.of(
                List.of("--cacert", "none.pem", "none.pem cannot be read"),
                List.of("--cert", "none.pem", "none.pem cannot be read"),
                List.of("--key", "none.pem", "none.pem cannot be read"),
                List.of("--cacert", "garbage", "garbage holds no certificate"),
                List.of("--cert", "empty", "empty holds no certificate"),
                List.of("--key", "garbage", "garbage holds no private key"),
                List.of("--key", "locked", "locked holds no private key without a password"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void fileOfTls_thatCannotBeUsedIsOneSentence(List<String> row) throws Exception {
        Files.writeString(folder.resolve("garbage"), "garbage");
        Files.createFile(folder.resolve("empty"));
        Files.writeString(
                folder.resolve("locked"),
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMBcwDwYJKoZIhvcNAQUNMAIFAAQEAAAAAA==\n"
                        + "-----END ENCRYPTED PRIVATE KEY-----\n");
        String file = folder.resolve(row.get(1)).toString();
        assertFailed(launch("export", 1, folder.resolve("f"), row.get(0), file), row.get(2));
    }
}
