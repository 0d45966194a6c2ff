package org.orcacomet.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.launcher.certificates.DevCertificates;
import org.orcacomet.launcher.service.FakeService;

/** Arguments that are missing, wrong or name what cannot be read. Nobody is asked anything, and no token is shown. */
class BadInputTest {
    private static final String NAME = "--context c --family f --key k ";
    private static final String TOKENS = "--read-token Secret1Read --write-token Secret1Write ";
    private static final String READ = "--read-token Secret1Read ";
    private static final String SCOPE = NAME + TOKENS;

    @TempDir
    static Path folder;

    private static FakeService service;

    @BeforeAll
    static void make() throws Exception {
        Path tls = folder.resolve("tls");
        DevCertificates.create(tls);
        service = new FakeService(tls, 500, new byte[0], -1);
        service.close();
        file("open.tokens", "readToken=Secret1Read\nwriteToken=Secret1Write\n", "rw-r--r--");
        file("none.tokens", "nothing of it Secret1\n", "rw-------");
        file("garbage", "Secret1 {\"readToken\":\"Secret1\"", "rw-------");
        file("array.json", "[\"Secret1\"]", "rw-------");
        file("number.json", "{\"contextId\":17,\"readToken\":\"Secret1Read\"}", "rw-------");
        file(
                "tokens.json",
                "{\"contextId\":\"c\",\"readToken\":\"Secret1Read\",\"writeToken\":\"Secret1W\"}",
                "rw-------");
        Files.write(folder.resolve("latin1"), new byte[] {'S', 'e', 'c', 'r', 'e', 't', (byte) 0xe9});
        Files.createDirectory(folder.resolve("empty"));
        Files.createDirectory(folder.resolve("broken"));
        Files.writeString(folder.resolve("broken/vm.slice.json"), "{\"contextId\":\"c\",\"readToken\":\"Secret1\"}");
    }

    private static void file(String name, String text, String modes) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(modes));
    }

    private record Row(int status, String arguments, String sentence) {}

    private static String vms(int count) {
        return IntStream.range(0, count).mapToObj(i -> "vm" + i).collect(Collectors.joining(","));
    }

    static Stream<Row> scopes() {
        return Stream.of(
                new Row(2, "scope read " + READ, "name --context, or an input file by -i"),
                new Row(2, "scope read --context c --key k " + READ, "name --family, or an input file by -i"),
                new Row(2, "scope read --context c --family f " + READ, "name --key, or an input file by -i"),
                new Row(2, "scope read --context= --family f --key k " + READ, "--context is empty"),
                new Row(2, "scope read --context c\tc --family f --key k " + READ, "holds a control character"),
                new Row(2, "scope read " + NAME, "a token is missing: give it by --read-token, --token-file"),
                new Row(2, "scope read " + NAME + "--read-token=", "a token is missing"),
                new Row(2, "scope read " + NAME + "--token-file @none.tokens", "a token is missing"),
                new Row(1, "scope read " + NAME + "--token-file @nowhere", "cannot be read (NoSuchFileException)"),
                new Row(1, "scope read " + NAME + "--token-file @empty", "cannot be read (IOException)"),
                new Row(1, "scope read " + NAME + "--token-file @open.tokens", "is open to others: chmod 600 it"),
                new Row(2, "scope read --tokenfile=Secret1 " + NAME + READ, "Unknown option: '--tokenfile'"),
                new Row(2, "scope read Secret1Read " + NAME + READ, "Unmatched argument: it is not shown"),
                new Row(2, "scope read -x Secret1Read " + NAME + READ, "Unmatched argument: it is not shown"),
                new Row(2, "scope read --read-token Secret1 " + NAME + READ, "should be specified only once"),
                new Row(1, "scope read -i @nowhere", "cannot be read (NoSuchFileException): name another file"),
                new Row(1, "scope read -i @garbage", "is no JSON object: write {\"contextId\":"),
                new Row(1, "scope read -i @array.json", "is no JSON object"),
                new Row(1, "scope read -i @number.json", "contextId is no text"),
                new Row(2, "scope read -i @tokens.json", "name --family"),
                new Row(2, "scope list " + TOKENS, "Unknown option: '--write-token'"),
                new Row(2, "scope list --context c", "a token is missing"),
                new Row(2, "scope write " + SCOPE, "name the value by --value or --value-file"),
                new Row(2, "scope write " + SCOPE + "--value v --null", "exclude each other"),
                new Row(2, "scope write " + SCOPE + "--value-file a --value v", "exclude each other"),
                new Row(1, "scope write " + SCOPE + "--value-file @nowhere", "cannot be read (NoSuchFileException)"),
                new Row(1, "scope write " + SCOPE + "--value-file @latin1", "is no UTF-8: a value is text"),
                new Row(2, "scope write " + SCOPE + "--value v --revision 0", "--revision: a revision is a number"),
                new Row(2, "scope write " + SCOPE + "--value v --revision x", "Invalid value for option '--revision'"),
                new Row(2, "scope write " + SCOPE + "--value v --absent --revision 1", "exclude each other"),
                new Row(2, "scope write " + NAME + "--read-token Secret1 --value v", "give it by --write-token"),
                new Row(2, "scope delete " + NAME + "--read-token Secret1", "give it by --write-token"),
                new Row(2, "scope tokens more", "Unmatched argument"),
                new Row(2, "scope read " + SCOPE + "--at localhost", "Unknown option: '--write-token'"));
    }

    static Stream<Row> services() {
        String read = "scope read " + NAME + READ;
        return Stream.of(
                new Row(2, read + "--at http://localhost:1", "--at takes addresses such as https://localhost:8111"),
                new Row(2, read + "--at ,", "--at takes addresses such as"),
                new Row(2, read + "--cert @tls/client.pem", "a certificate needs its private key: name both"),
                new Row(2, read + "--cert-key @tls/client.key", "a certificate needs its private key"),
                new Row(1, read + "--cacert @nowhere", "nowhere"),
                new Row(1, read + "--cacert @garbage", "garbage"),
                new Row(1, read + "--tls @tls --cert @garbage --cert-key @tls/client.key", "garbage"),
                new Row(1, read + "--tls @tls --cert @tls/client.pem --cert-key @garbage", "garbage"),
                new Row(1, read + "--tls @empty", "ca.pem"),
                new Row(5, read + "--tls @tls --at " + down(), "connection refused"),
                new Row(5, "admin stats --tls @tls --at " + down(), "no service answers at"),
                new Row(2, "admin stats --at http://localhost", "--at takes an address such as"),
                new Row(1, "admin stats --tls @empty", "ca.pem cannot be read: name another file by --cacert"),
                new Row(1, "admin stats --tls @tls --key @garbage", "holds no private key without a password"));
    }

    private static String down() {
        return "https://localhost:" + service.port();
    }

    static Stream<Row> contexts() {
        return Stream.of(
                new Row(2, "context create", "Missing required option: '--vm=NAME"),
                new Row(2, "context create --vm", "Missing required parameter for option '--vm'"),
                new Row(2, "context create --vm a/b", "--vm takes host names: letters, digits, dots and hyphens"),
                new Row(2, "context create --vm ..", "--vm takes host names"),
                new Row(2, "context create --vm a b A", "--vm names A twice"),
                new Row(2, "context create --vm " + vms(501), "in one batch, of at most 500 VMs"),
                new Row(2, "context create --vm a --context=", "is empty"),
                new Row(2, "context create --vm a --comethost x\ty", "comethost holds a control character"),
                new Row(5, "context create --vm a --out @new --tls @tls --at " + down(), "connection refused"),
                new Row(2, "context delete", "Missing required parameter: 'DIR'"),
                new Row(1, "context delete @nowhere", "cannot be read (NoSuchFileException)"),
                new Row(1, "context delete @garbage", "is no folder: name that of context create --out"),
                new Row(4, "context delete @empty", "holds no slice"),
                new Row(1, "context delete @broken", "is not as context create writes it: key is missing"));
    }

    static Stream<Row> admins() {
        return Stream.of(
                new Row(2, "admin list --limit 0", "--limit takes a number from 1"),
                new Row(2, "admin list --limit x", "Invalid value for option '--limit'"),
                new Row(2, "admin audit --limit -1", "--limit takes a number from 1"),
                new Row(2, "admin show", "Missing required parameter: 'CONTEXT'"),
                new Row(2, "admin show a b", "Unmatched argument"),
                new Row(2, "admin show a\tb --tls @tls --at " + down(), "CONTEXT: "),
                new Row(2, "admin audit verify", "Missing required parameter: 'FILE'"),
                new Row(4, "admin audit verify @nowhere", "is not there: name the audit's files"),
                new Row(1, "admin audit verify @empty", "cannot be read"),
                new Row(2, "admin purge", "Missing required parameter: 'CONTEXT'"));
    }

    static Stream<Row> rows() {
        return Stream.of(scopes(), services(), contexts(), admins()).flatMap(rows -> rows);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void arguments_thatAreWrongAreASentenceThatShowsNoToken(Row row) throws IOException {
        List<String> arguments = new ArrayList<>(Arrays.asList(row.arguments().split(" ")));
        arguments.replaceAll(argument ->
                argument.startsWith("@") ? folder.resolve(argument.substring(1)).toString() : argument);
        List<Path> before = files();

        Run run = Run.of(arguments);

        run.assertFailed(row.status(), row.sentence());
        assertThat(run.err()).doesNotContain("Secret");
        assertThat(files()).isEqualTo(before);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void group_withoutACommandIsItsHelp() {
        for (String group : List.of("scope", "context", "admin")) {
            Run run = Run.of(List.of(group));
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("Usage: comet " + group, "Commands:");
        }
    }
}
