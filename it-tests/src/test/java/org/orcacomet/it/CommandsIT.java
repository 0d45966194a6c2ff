package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.launcher.certificates.DevCertificates;

/** The command line against a real service, which is started once. */
class CommandsIT {
    private static final String ADMIN = "org.orcacomet.service/admin.subjects=CN=COMET throw-away client";
    private static final String COMET = Built.SERVER.resolve("bin/comet").toString();
    private static final String TOKENS = " --read-token Marked1Read --write-token Marked1Write";
    private static final String VALUE = "Größe {\"val_\":\"[]\"}";

    @TempDir
    static Path folder;

    private static Path tls;
    private static Server server;
    private static Cli cli;

    @BeforeAll
    static void start() throws IOException {
        tls = folder.resolve("tls");
        DevCertificates.create(tls);
        server = Server.start(folder.resolve("data"), "--tls", tls.toString(), "--set", ADMIN);
        cli = new Cli(server.address().toString(), tls);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static String scope(String context) {
        return " --context " + context + " --family f --key k";
    }

    private static void assertFailed(Command command, int status, String sentence) {
        assertThat(command.errors()).contains(sentence).doesNotContain("Marked").hasLineCount(1);
        assertThat(command.output()).isEmpty();
        assertThat(command.status()).isEqualTo(status);
    }

    @Test
    void scope_isWrittenReadListedAndDeleted() throws Exception {
        String scope = scope("life") + " --read-token Marked1Read";
        assertFailed(cli.run("scope read" + scope), 4, "there is no such scope");
        assertThat(cli.output("scope write" + scope("life") + TOKENS, "--value", VALUE))
                .isEqualTo("Written, revision 1.\n");
        assertThat(cli.output("scope read" + scope)).isEqualTo(VALUE + "\n");
        JsonNode read = cli.json("scope read" + scope);
        assertThat(read.path("state").textValue()).isEqualTo("present");
        assertThat(read.path("value").textValue()).isEqualTo(VALUE);
        assertThat(read.path("revision").longValue()).isEqualTo(1);
        JsonNode listed = cli.json("scope list --context life --read-token Marked1Read");
        assertThat(listed.path("entries").get(0).path("value").textValue()).isEqualTo(VALUE);
        assertThat(cli.output("scope list --context life --family f --read-token Marked1Read"))
                .matches("FAMILY +KEY +REVISION +VALUE\nf +k +1 +\\QGröße\\E.*\n");
        assertThat(cli.json("scope write --null" + scope("life") + TOKENS)
                        .path("revision")
                        .longValue())
                .isEqualTo(2);
        assertThat(cli.output("scope read" + scope)).isEqualTo("null\n");
        assertThat(cli.output("scope delete" + scope("life") + TOKENS)).startsWith("Deleted");
        assertFailed(cli.run("scope read" + scope), 4, "the scope was deleted");
        assertThat(cli.json("scope delete" + scope("life") + TOKENS)
                        .path("contextId")
                        .textValue())
                .isEqualTo("life");
    }

    @Test
    void scope_isNotChangedByWhatIsRefused() {
        String write = "scope write --value Marked" + scope("refused");
        assertFailed(
                cli.run(write + " --read-token weak --write-token Marked1Write"), 1, "readToken is shorter than 8");
        assertThat(cli.output("scope write --value first" + scope("refused") + TOKENS))
                .contains("revision 1");
        assertFailed(cli.run(write + " --read-token Marked1Wrong --write-token Marked1Write"), 3, "refused");
        assertFailed(cli.run(write + " --absent" + TOKENS), 3, "is not at the revision that the call demands");
        assertFailed(cli.run(write + " --revision 9" + TOKENS), 3, "is not at the revision that the call demands");
        assertFailed(cli.run("scope read --read-token Marked1Wrong" + scope("refused")), 3, "refused read of");
        assertFailed(cli.run("scope delete --revision 9" + scope("refused") + TOKENS), 3, "refused delet");
        assertThat(cli.output("scope read --read-token Marked1Read" + scope("refused")))
                .isEqualTo("first\n");
    }

    @Test
    void tokens_obeyTheRulesAndAreOthersEachTime() throws Exception {
        Command one = process(Map.of(), NOTHING, "scope", "tokens");
        assertThat(one.output()).matches("readToken=\\w{24}\nwriteToken=\\w{24}\n");
        assertThat(process(Map.of(), NOTHING, "scope", "tokens").output()).isNotEqualTo(one.output());
        Path file = Files.writeString(folder.resolve("tokens"), one.output());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        String scope = scope("tokens") + " --token-file " + file;
        assertThat(cli.output("scope write --value x" + scope)).contains("revision 1");
        assertThat(cli.output("scope read" + scope)).isEqualTo("x\n");
    }

    private static final File NOTHING = new File("/dev/null");

    private static ProcessBuilder builder(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(COMET));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    private static Command process(Map<String, String> environment, File input, String... arguments) throws Exception {
        File out = Files.createTempFile(folder, "out", "").toFile();
        File err = Files.createTempFile(folder, "err", "").toFile();
        Process process = builder(environment, arguments)
                .redirectInput(input)
                .redirectOutput(out)
                .redirectError(err)
                .start();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return new Command(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    /** As today's Python client has it: the files' paths are relative to the working directory. */
    @Test
    void inputFile_ofThePythonClientIsTaken() throws Exception {
        Files.writeString(
                folder.resolve("input.json"),
                """
                {"contextId":"python","readToken":"Marked1Read","writeToken":"Marked1Write","family":"f","key":"k",
                 "value":{"val_":"[]"},"caCert":"tls/ca.pem","cert":"tls/client.pem","certKey":"tls/client.key"}
                """);
        String at = cli.address();
        Command write = process(Map.of(), NOTHING, "scope", "write", "-c", at + "/", "-i", "input.json");
        assertThat(write.errors()).isEmpty();
        assertThat(write.output()).isEqualTo("Written, revision 1.\n");
        Command read = process(Map.of(), NOTHING, "scope", "read", "-c", at, "-i", "input.json");
        assertThat(read.output()).isEqualTo("{\"val_\":\"[]\"}\n");
    }

    /** A machine without a locale; tokens from the environment, the value from standard input. */
    @Test
    void value_isUtf8WhateverTheLocale() throws Exception {
        Map<String, String> environment =
                Map.of("LC_ALL", "C", "COMET_READ_TOKEN", "Marked1Read", "COMET_WRITE_TOKEN", "Marked1Write");
        File value = Files.writeString(folder.resolve("value"), VALUE).toFile();
        List<String> scope = new ArrayList<>(
                List.of("--at", cli.address(), "--tls", "tls", "--context", "Größe", "--family", "f", "--key", "k"));
        List<String> write = new ArrayList<>(List.of("scope", "write", "--value-file", "-"));
        write.addAll(scope);
        assertThat(process(environment, value, write.toArray(String[]::new)).errors())
                .isEmpty();
        assertThat(cli.output("scope read --read-token Marked1Read" + scope("Größe")))
                .isEqualTo(VALUE + "\n");
        scope.addAll(0, List.of("scope", "read"));
        Command read = process(environment, NOTHING, scope.toArray(String[]::new));
        assertThat(read.output()).isEqualTo(VALUE + "\n");
        Process full = builder(environment, scope.toArray(String[]::new))
                .redirectOutput(new File("/dev/full"))
                .start();
        assertThat(new String(full.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("comet: standard output cannot be written\n");
        assertThat(full.waitFor()).isEqualTo(1);
    }

    @Test
    void ctrlC_endsACommandAndNothingIsChanged() throws Exception {
        ProcessBuilder write = builder(
                Map.of("COMET_READ_TOKEN", "Marked1Read", "COMET_WRITE_TOKEN", "Marked1Write"),
                ("scope write --value-file - --tls tls --at " + cli.address() + scope("broken")).split(" "));
        // A build in the background ignores the signal, and so would all that it starts.
        write.command().addAll(0, List.of("env", "--default-signal=INT"));
        Process process = write.start();
        // More than a pipe holds: once it is written, the command reads.
        process.getOutputStream().write("half".repeat(1 << 16).getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
        assertFailed(cli.run("scope read --read-token Marked1Read" + scope("broken")), 4, "there is no such scope");
    }

    @Test
    void slice_ofThreeVmsKnowEachOtherAndIsTakenAway() throws Exception {
        Path out = folder.resolve("slice");
        assertThat(cli.output("context create --context three --vm vm-1 vm-2,vm-3 --out " + out))
                .startsWith("The slice three is made.\n")
                .hasLineCount(4);
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> mode(file))).hasSize(9).containsOnly("rw-------");
        }
        List<GuestVm> vms = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            Path userData = out.resolve("vm-" + i + ".user-data");
            assertThat(userData)
                    .content()
                    .contains("comethost=" + cli.address())
                    .contains("\nhost_name=vm-" + i);
            vms.add(new GuestVm(userData, Caller.anonymous(URI.create(cli.address()), tls)));
        }
        Map<String, String> hosts = new TreeMap<>();
        for (int i = 1; i <= 3; i++) {
            vms.get(i - 1).report("hostsall", "ip", "10.0.0." + i);
            vms.get(i - 1).report("pubkeysall", "publicKey", "ssh-rsa AAAA" + i);
            hosts.put("vm-" + i, "10.0.0." + i);
        }
        for (GuestVm vm : vms) {
            assertThat(vm.peers("hostsall", "ip")).isEqualTo(hosts);
            assertThat(vm.peers("pubkeysall", "publicKey")).hasSize(3).containsValue("ssh-rsa AAAA2");
        }
        assertRefusesASecondOne(out);
        assertOwnerCanGiveAVmMore(out, vms.get(0));
        assertThat(cli.json("context delete " + out).path("deleted")).hasSize(7);
        assertThat(cli.json("context delete " + out).path("deleted")).isEmpty();
        assertThat(vms.get(0).peers("hostsall", "ip")).isEmpty();
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertRefusesASecondOne(Path out) {
        assertFailed(cli.run("context create --context three --vm vm-4 vm-1"), 3, "of one of these names already");
        Path other = out.resolveSibling("other");
        assertFailed(cli.run("context create --context three --vm vm-4 vm-1 --out " + other), 3, "of one of these");
        assertThat(other).doesNotExist();
        assertFailed(cli.run("context create --vm vm-9 vm-1 --out " + out), 1, "vm-1.user-data is there already");
        assertThat(out.resolve("vm-9.user-data")).doesNotExist();
        assertThat(cli.output("scope list -i " + out.resolve("vm-1.slice.json")))
                .hasLineCount(7);
    }

    private static void assertOwnerCanGiveAVmMore(Path out, GuestVm vm) throws Exception {
        String unit = " --family users -i " + out.resolve("vm-1.unit.json");
        cli.output("scope write --value {\"val_\":\"[]\"}" + unit);
        Map<String, String> users =
                Map.of("contextID", "three", "family", "users", "Key", "vm-1", "readToken", vm.token("cometreadtoken"));
        assertThat(Caller.anonymous(URI.create(cli.address()), tls).read(users).body())
                .contains("\"state\":\"present\"");
    }

    @Test
    void create_withoutAFolderPrintsTheUserData() throws Exception {
        JsonNode made = cli.json("context create --vm only --comethost https://a:1,https://b:2/");
        assertThat(made.path("contextId").textValue()).hasSize(36);
        assertThat(made.path("vms").get(0).path("userData").textValue())
                .startsWith("[global]\n")
                .contains("comethost=https://a:1,https://b:2/\n", "slicecometwritetoken=");
        assertThat(cli.output("context create --vm x")).startsWith("; user data of x\n[global]\n");
    }

    @Test
    void admin_looksAtContextsAndForgetsThem() throws Exception {
        for (String context : List.of("admin-1", "admin-2", "admin-3")) {
            cli.output("scope write --value Marked" + scope(context) + TOKENS);
        }
        assertThat(cli.output("admin list")).contains("admin-1", "admin-3");
        JsonNode page = cli.json("admin list --after admin-1 --limit 1");
        assertThat(page.path("contexts").get(0).path("contextId").textValue()).isEqualTo("admin-2");
        assertThat(page.path("next").textValue()).isEqualTo("admin-2");
        assertThat(cli.output("admin list --after admin-1 --limit 1")).endsWith("There are more: --after admin-2\n");
        assertThat(cli.output("admin show admin-2")).contains("f", "present").doesNotContain("Marked");
        assertThat(cli.json("admin show admin-2").path("scopes")).hasSize(1);
        assertThat(cli.json("admin stats").path("contexts").longValue()).isGreaterThanOrEqualTo(3);
        assertThat(cli.output("admin stats")).contains("family f");
        assertThat(cli.json("admin verify").path("faults")).isEmpty();
        assertThat(cli.output("admin verify")).endsWith(" 0 faults.\n");
        assertFailed(cli.run("admin show nothing"), 4, "there is no context of this id at");
        assertFailed(cli.run("admin purge --yes nothing"), 4, "there is no context of this id at");
        assertThat(cli.json("admin purge --yes admin-3").path("purged").longValue())
                .isEqualTo(1);
        assertFailed(cli.run("scope read --read-token Marked1Read" + scope("admin-3")), 4, "there is no such scope");
    }

    @Test
    void purge_asksAPersonAndNobodyElse() throws Exception {
        cli.output("scope write --value x" + scope("asked") + TOKENS);
        String purge = COMET + " admin purge asked --at " + cli.address() + " --tls " + tls;
        Command unasked =
                process(Map.of(), NOTHING, purge.substring(COMET.length() + 1).split(" "));
        assertThat(unasked.status()).isEqualTo(2);
        assertThat(unasked.errors()).startsWith("purge asks first, and there is no terminal: say --yes");
        assertThat(atATerminal(purge, "n")).contains("Forget all 1 scopes of asked at", "nothing was purged");
        assertThat(cli.output("scope read --read-token Marked1Read" + scope("asked")))
                .isEqualTo("x\n");
        assertThat(atATerminal(purge, "y")).contains("Forgotten: 1 scopes of asked.");
    }

    private static String atATerminal(String command, String answer) throws Exception {
        Process process = new ProcessBuilder("script", "-qec", command, "/dev/null")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().write((answer + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    @Test
    void audit_tellsWhoChangedWhatAndCanBeVerified() throws Exception {
        cli.output("scope write --value MarkedValue" + scope("audited") + TOKENS);
        assertFailed(
                cli.run("scope delete --read-token Marked1Read --write-token Marked1No" + scope("audited")), 3, "");
        JsonNode changes = cli.json("admin audit --limit 2 --context audited").path("changes");
        assertThat(changes.findValuesAsText("call")).containsExactly("delete", "write");
        assertThat(changes.findValuesAsText("outcome")).containsExactly("denied", "done");
        assertThat(changes.findValuesAsText("subject")).containsOnly("CN=COMET throw-away client");
        assertThat(cli.output("admin audit --limit 1"))
                .contains("TIME", "OUTCOME")
                .doesNotContain("Marked");
        Path log = folder.resolve("data/audit/audit.log");
        Command verified = process(Map.of(), NOTHING, "admin", "audit", "verify", log.toString());
        assertThat(verified.errors()).isEmpty();
        assertThat(verified.output()).contains(" lines fit, from the first of all; the last has the hash ");
        Path forged = Files.writeString(
                folder.resolve("forged.log"), Files.readString(log).replaceFirst("\"done\"", "\"denied\""));
        Command found = process(Map.of(), NOTHING, "admin", "audit", "verify", forged.toString());
        assertThat(found.errors())
                .startsWith("comet: ")
                .contains("forged.log line 2: it does not follow")
                .hasLineCount(1);
        assertThat(found.status()).isEqualTo(1);
    }

    @Test
    void admin_isRefusedToOthers() throws Exception {
        Path others = folder.resolve("others");
        DevCertificates.create(others);
        assertFailed(
                cli.run(
                        "admin list",
                        "--cert",
                        others.resolve("client.pem").toString(),
                        "--key",
                        others.resolve("client.key").toString()),
                3,
                "refuses this certificate");
    }

    @Test
    void secrets_areNotInTheLog() throws Exception {
        cli.output("scope write --value MarkedValue" + scope("log") + TOKENS);
        Secrets.assertNowhere(List.of("Marked1", "MarkedValue"), folder.resolve("data/log"));
        assertThat(server.errors()).doesNotContain("Marked");
    }
}
