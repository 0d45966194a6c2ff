package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.launcher.certificates.DevCertificates;

/** {@code serve} as an operator meets it: how it starts, what it says when it cannot, and how it stops. */
class ServeIT {
    @TempDir
    Path folder;

    @Test
    void serve_makesCertificatesSaysSoAndLeavesNothingRunningOnTerm() throws Exception {
        Path data = folder.resolve("data");
        try (Server server = Server.start(data)) {
            new Caller(server.address(), data.resolve("tls"));

            assertThat(server.output().get(0)).contains("throw-away certificates in " + data.resolve("tls"));
            assertThat(server.terminate()).isZero();
            assertThat(server.errors()).isEmpty();
            assertThat(Secrets.files(data.resolve("run"))).isEmpty();
            assertThat(data.resolve("log/comet.log")).isNotEmptyFile();
        }
    }

    @Test
    void set_isLaidOverTheConfigurationFile() throws Exception {
        Path store = folder.resolve("elsewhere");
        try (Server server = Server.start(
                folder.resolve("data"),
                "--set",
                "org.orcacomet.store.rocksdb/dir=" + store,
                "--set",
                "org.orcacomet.service/value.max.bytes=8")) {
            Caller caller = new Caller(server.address(), folder.resolve("data/tls"));

            assertThat(caller.write(SCOPE, "123456789").statusCode()).isEqualTo(413);
            assertThat(caller.write(SCOPE, "12345678").statusCode()).isEqualTo(200);
            assertThat(store).isNotEmptyDirectory();
        }
    }

    private static final Map<String, String> SCOPE = Map.of(
            "contextID", "slice",
            "family", "users",
            "Key", "vm",
            "readToken", "ReadToken1",
            "writeToken", "WriteToken1");

    static Stream<Arguments> wrongArguments() {
        return Stream.of(
                wrong("--nope", List.of("--nope"), "Unknown option: '--nope'"),
                wrong("a port that is no number", List.of("--port", "x"), "--port"),
                wrong("an unknown store", List.of("--store", "etcd"), "--store takes one of accumulo, rocksdb"),
                wrong("a setting without a value", List.of("--set", "secret"), "--set takes PID/key=value"),
                wrong("an unknown PID", List.of("--set", "org.nobody/key=secret"), "there is no such PID"),
                wrong(
                        "an unknown property",
                        List.of("--set", "org.orcacomet.http/prot=secret"),
                        "org.orcacomet.http/prot: there is no such property"),
                wrong(
                        "a value of another type",
                        List.of("--set", "org.orcacomet.http/port=secret"),
                        "org.orcacomet.http/port takes a value of type Integer"));
    }

    private static Arguments wrong(String what, List<String> arguments, String message) {
        return Arguments.of(what, arguments, message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongArguments")
    void wrongArguments_areStatus2WithTheUsageAndTouchNothing(String what, List<String> arguments, String message)
            throws Exception {
        Path data = folder.resolve("data");
        try (Server server = Server.start(data, arguments.toArray(String[]::new))) {
            assertThat(server.status()).isEqualTo(2);
            assertThat(server.errors()).contains(message, "Usage: comet serve").doesNotContain("secret");
            assertThat(data).doesNotExist();
        }
    }

    @Test
    void takenPort_isOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused(
                    List.of("--data", folder.resolve("d").toString(), "--port", "" + taken.getLocalPort()),
                    "" + taken.getLocalPort());
        }
    }

    @Test
    void dataFolderThatCannotBeWritten_isOneSentence() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertRefused(List.of("--data", file.resolve("data").toString()), "cannot be written");
    }

    @Test
    void dataFolderThatIsOpenElsewhere_isOneSentence() throws Exception {
        try (Server first = Server.start(folder.resolve("data"))) {
            URI address = first.address();

            assertRefused(List.of("--data", folder.resolve("data").toString()), "in use by another COMET service");
            assertThat(new Caller(address, folder.resolve("data/tls"))
                            .read(SCOPE)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void auditThatCannotBeWritten_isOneSentence() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        String audit = "org.orcacomet.audit/folder=" + file.resolve("audit");

        assertRefused(
                List.of("--port", "0", "--data", folder.resolve("d").toString(), "--set", audit),
                "set folder of org.orcacomet.audit");
    }

    @Test
    void auditWhoseDiskIsFull_stopsChangesAndNotReads() throws Exception {
        String full = "org.orcacomet.audit/reserve.bytes=" + (1L << 60);
        try (Server server = Server.start(folder.resolve("data"), "--set", full)) {
            Caller caller = new Caller(server.address(), folder.resolve("data/tls"));

            HttpResponse<String> refused = caller.write(SCOPE, "[]");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("the audit's disk is full or fails: changes are refused until");
            assertThat(caller.read(SCOPE).statusCode()).isEqualTo(200);
            assertThat(caller.send("GET", "/ready", Map.of(), "").body()).contains("the audit's disk is full");
            assertThat(caller.send("GET", "/health", Map.of(), "").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void storeThatIsOpenElsewhere_isOneSentence() throws Exception {
        String store = "org.orcacomet.store.rocksdb/dir=" + folder.resolve("store");
        try (Server first = Server.start(folder.resolve("one"), "--set", store)) {
            first.address();

            assertRefused(
                    List.of("--port", "0", "--data", folder.resolve("two").toString(), "--set", store),
                    "is open elsewhere");
        }
    }

    @Test
    void storeOfAnotherVersion_isOneSentenceAndIsAsBefore() throws Exception {
        Path data = folder.resolve("data");
        try (Server server = Server.start(data)) {
            server.address();
            server.terminate();
        }
        Path marker = data.resolve("store/VERSION");
        Files.writeString(marker, Files.readString(marker).replace("1", "2"));

        assertRefused(List.of("--port", "0", "--data", data.toString()), "is of version 2");
        assertThat(marker).content().contains("2");
    }

    static Stream<Arguments> brokenTls() {
        return Stream.of(
                Arguments.of("server.key", "missing"),
                Arguments.of("server.pem", "missing"),
                Arguments.of("server.key", "garbage"),
                Arguments.of("server.pem", "garbage"),
                Arguments.of("trust.pem", "garbage"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("brokenTls")
    void brokenTls_isOneSentenceThatNamesTheFile(String file, String fault) throws Exception {
        Path tls = folder.resolve("tls");
        DevCertificates.create(tls);
        Files.delete(tls.resolve(file));
        if (fault.equals("garbage")) {
            Files.writeString(tls.resolve(file), "garbage");
        }

        assertRefused(
                List.of("--port", "0", "--data", folder.resolve("d").toString(), "--tls", tls.toString()),
                tls.resolve(file).toString());
    }

    private static void assertRefused(List<String> arguments, String message) throws Exception {
        try (Server server = Server.command(arguments)) {
            assertThat(server.status()).isEqualTo(1);
            assertThat(server.errors().strip().lines()).hasSize(1);
            assertThat(server.errors()).startsWith("comet: ").contains(message);
        }
    }
}
