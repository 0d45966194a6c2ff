package org.orcacomet.launcher.oldtable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.Launcher;
import org.orcacomet.launcher.certificates.DevCertificates;
import org.orcacomet.launcher.service.FakeService;

class ImportOldTableCommandTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private Path password;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void make() throws IOException {
        DevCertificates.create(shared.resolve("tls"));
        Files.createDirectories(shared.resolve("bundle"));
        bundle(Files.createDirectories(shared.resolve("stores/accumulo")).resolve("fake.jar"));
    }

    private static void bundle(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Manifest-Version", "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "fake");
        headers.putValue("Bundle-Activator", FakeOldTables.class.getName());
        headers.putValue("Import-Package", "org.osgi.framework");
        String name = FakeOldTables.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file, manifest);
                InputStream in = FakeOldTables.class.getClassLoader().getResourceAsStream(name)) {
            entries.putNextEntry(new JarEntry(name));
            in.transferTo(entries);
        }
    }

    @BeforeEach
    void writePassword() throws IOException {
        password = Files.writeString(folder.resolve("password"), "MarkedPassword1\n");
    }

    private static FakeService service(int status, String message, int taken) throws Exception {
        byte[] answer = ("{\"status\":\"X\",\"message\":\"" + message + "\",\"value\":{\"taken\":" + taken + "}}")
                .getBytes(StandardCharsets.UTF_8);
        return new FakeService(shared.resolve("tls"), status, answer, answer.length);
    }

    private int launch(String table, int port, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--home", shared.toString(), "import-old-table", "--zookeepers", "zoo:2181", "--instance", "old"));
        arguments.addAll(List.of("--user", "reader", "--table", table, "--at", "https://localhost:" + port));
        arguments.addAll(List.of("--tls", shared.resolve("tls").toString()));
        arguments.addAll(List.of(more));
        return Launcher.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private int launchWithPassword(String table, int port, String... more) {
        List<String> arguments = new ArrayList<>(List.of("--password-file", password.toString()));
        arguments.addAll(List.of(more));
        return launch(table, port, arguments.toArray(String[]::new));
    }

    private void assertFailed(int status, String sentence) {
        assertEnded(ExitStatus.FAILED, status, sentence);
    }

    private void assertEnded(ExitStatus expected, int status, String sentence) {
        assertThat(status).isEqualTo(expected.code());
        assertThat(err.toString().lines())
                .last()
                .asString()
                .startsWith("comet: ")
                .contains(sentence);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void importOldTable_sendsWhatWasReadAndSaysWhatBecameOfIt() throws Exception {
        try (FakeService service = service(200, "done", 4)) {
            assertThat(launchWithPassword("slices", service.port(), "--expire-ms", "7"))
                    .isZero();
            assertThat(service.taken().get(1)).asString().isEqualTo("zoo:2181 old reader MarkedPassword1 null 7");
        }
        assertThat(out.toString().lines())
                .containsExactly(
                        "Read 9 entries, and sent 5, of which 1 were deleted ones.",
                        "Skipped 1 older ones of several under one name, 2 that nobody has touched for too long, and 1"
                                + " broken ones.",
                        "4 were taken: copy again until nothing is left.");
        assertThat(err.toString()).endsWith("broken\tslice-1\tusers\tunit-1" + System.lineSeparator());
        assertThat(out.toString() + err).doesNotContain("MarkedPassword1");
    }

    @Test
    void importOldTable_saysThatNothingIsLeft() throws Exception {
        try (FakeService service = service(200, "done", 0)) {
            assertThat(launchWithPassword("slices", service.port())).isZero();
        }
        assertThat(out.toString()).endsWith("Nothing was left to copy." + System.lineSeparator());
    }

    @Test
    void importOldTable_listsWhatIsSkippedInAFile() throws Exception {
        Path skipped = folder.resolve("skipped");
        try (FakeService service = service(200, "done", 0)) {
            assertThat(launchWithPassword("slices", service.port(), "--skipped", skipped.toString()))
                    .isZero();
        }
        assertThat(skipped).hasContent("broken\tslice-1\tusers\tunit-1");
        assertThat(err.toString()).doesNotContain("slice-1");
    }

    @Test
    void importOldTable_takesAccumulosOwnClientFile() throws Exception {
        Path file = Files.writeString(folder.resolve("client"), "sasl.enabled=true\ninstance.name=other\n");
        try (FakeService service = service(200, "done", 0)) {
            assertThat(launch("slices", service.port(), "--client-file", file.toString()))
                    .isZero();
            assertThat(service.taken().get(1)).asString().isEqualTo("zoo:2181 old reader null true 0");
        }
    }

    @Test
    void importOldTable_saysWhyTheTableCannotBeReadAndSendsNothing() throws Exception {
        try (FakeService service = service(200, "done", 0)) {
            assertFailed(launchWithPassword("refused", service.port()), "there is no table refused");
            assertThat(service.taken()).hasSize(1);
        }
    }

    @Test
    void importOldTable_readsNothingForAServiceThatRefuses() throws Exception {
        try (FakeService service = service(403, "no", 0)) {
            int status = launchWithPassword("slices", service.port());
            assertEnded(ExitStatus.REFUSED, status, "refuses this certificate");
        }
        assertThat(err.toString()).doesNotContain("Reading");
    }

    @Test
    void importOldTable_namesTheFileThatCannotBeUsed() throws Exception {
        Path empty = Files.createFile(folder.resolve("empty"));
        assertFailed(launch("slices", 1, "--password-file", empty.toString()), "empty is empty: name the file");
        assertFailed(launch("slices", 1, "--password-file", "nowhere"), "nowhere cannot be read: name the file");
        assertFailed(launch("slices", 1, "--client-file", "nowhere"), "nowhere holds no properties that can be read");
        assertFailed(launchWithPassword("slices", 1, "--skipped", folder.toString()), "cannot be written: name a file");
    }

    @Test
    void importOldTable_refusesWrongArguments() {
        assertThat(launch("slices", 1)).isEqualTo(2);
        assertThat(err.toString()).contains("name the user's password by --password-file, or --client-file");
        assertThat(launchWithPassword("slices", 1, "--expire-ms", "-1")).isEqualTo(2);
        assertThat(err.toString()).contains("--expire-ms takes a number from 0");
        assertThat(launchWithPassword("slices", 1, "--home", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("this distribution has no store on Accumulo");
    }
}
