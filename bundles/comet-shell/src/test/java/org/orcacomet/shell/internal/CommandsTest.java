package org.orcacomet.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.service.Caller;
import org.orcacomet.service.CallerIdentity;
import org.orcacomet.service.CometService;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.userdata.family.FamilyCodec;
import org.orcacomet.userdata.family.Host;
import org.orcacomet.userdata.family.PublicKey;

/** What an operator types, and what the shell prints. */
class CommandsTest {
    private static final TokenPair TOKENS =
            TokenPair.of(TokenCodec.readToken("MarkedRead1"), TokenCodec.writeToken("MarkedWrite1"));
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private static final String EXPLAIN = "comet:explain takes read|write|delete CONTEXT FAMILY KEY --tokens FILE"
            + " [--trusted CERTIFICATE | --valid CERTIFICATE] [--revision N | --revision absent]";

    @TempDir
    private Path folder;

    private final CometService service = new CometService(new MemoryScopeStore(), ServiceSettings::defaults, NOON);
    private final Comet comet = service.as(Caller.trusted(CallerIdentity.of("CN=am", "fingerprint")));
    private final ShellComponent shell = new ShellComponent(service);

    @BeforeEach
    void fill() throws CometException {
        write("slice-1", "hostsall", "vm-1", FamilyCodec.encode(List.of(Host.of("node0", "10.0.0.1"))));
        write("slice-1", "hostsall", "vm-2", FamilyCodec.encode(List.of(Host.of("node1"))));
        write(
                "slice-1",
                "pubkeysall",
                "vm-1",
                FamilyCodec.encode(List.of(PublicKey.of("ssh-ed25519 AAAA root@node0"))));
        write("slice-1", "pubkeysall", "vm-2", FamilyCodec.encode(List.of(PublicKey.empty())));
    }

    private void write(String context, String family, String key, ScopeValue value) throws CometException {
        comet.write(ScopeWrite.of(key(context, family, key), TOKENS, value));
    }

    private static ScopeKey key(String context, String family, String key) {
        return ScopeKey.of(ContextId.parse(context), Family.parse(family), EntryKey.parse(key));
    }

    @Test
    void scopes_listsContexts() throws CometException {
        assertThat(shell.scopes().lines())
                .containsExactly(
                        "CONTEXT  REVISION  PRESENT  NULL  DELETED  CHANGED               FAMILIES",
                        "slice-1  4         4        0     0        2026-11-22T12:00:00Z  hostsall,pubkeysall");
    }

    @Test
    void scopes_saysHowToGoOn() throws CometException {
        for (int i = 0; i < 100; i++) {
            write(String.format("many-%03d", i), "users", "vm", ScopeValue.ofNull());
        }

        assertThat(shell.scopes()).endsWith("There may be more: comet:scopes --after 'many-099'");
        assertThat(shell.scopes("--after", "many-099")).contains("slice-1").doesNotContain("many-", "more");
    }

    @Test
    void scopes_listsThoseOfAContext() throws CometException {
        comet.delete(key("slice-1", "hostsall", "vm-2"), TOKENS, Precondition.none());

        assertThat(shell.scopes("slice-1").lines())
                .contains("FAMILY      KEY   STATE    REVISION  CHANGED               BYTES")
                .anyMatch(line -> line.matches("hostsall +vm-1 +PRESENT +1 +2026-11-22T12:00:00Z +\\d+"))
                .anyMatch(line -> line.matches("hostsall +vm-2 +DELETED +5 +2026-11-22T12:00:00Z +0"))
                .contains("The context is at revision 5.");
    }

    @Test
    void read_showsTheValue() throws CometException {
        write("slice-1", "users", "vm-1", ScopeValue.of("one\ntwo"));

        assertThat(shell.read("slice-1", "users", "vm-1"))
                .isEqualTo("PRESENT, revision 5, changed 2026-11-22T12:00:00Z, 7 bytes\none\ntwo");
        assertThat(shell.read("slice-1", "users", "vm-9")).isEqualTo("absent");
    }

    @Test
    void read_hasTheTerminalObeyNobody() throws CometException {
        write("slice-1", "users", "vm-1", ScopeValue.of("\u001b[2Jgone\u202e"));

        assertThat(shell.read("slice-1", "users", "vm-1")).endsWith("\n\\u001b[2Jgone\\u202e");
    }

    @Test
    void peers_areHostsWithWhatTheyHaveReported() throws CometException {
        write("slice-1", "hostsother", "vm-3", ScopeValue.of("no family"));

        assertThat(shell.peers("slice-1").lines())
                .containsExactly(
                        "GROUP  SLIVER  HOST        ADDRESS     PUBLIC KEY",
                        "all    vm-1    node0       10.0.0.1    ssh-ed25519 SHA256:cJ6AyISHokEeHuTfufIqhhSS0gxHZRUMDHlKvXD4FHw",
                        "all    vm-2    node1       not yet     not yet",
                        "other  vm-3    unreadable  unreadable  -");
    }

    @Test
    void peers_saysWhereNobodyIs() throws CometException {
        assertThat(shell.peers("slice-9")).isEqualTo("no hosts, no public keys");
    }

    private String tokens(String read, String write) throws IOException {
        Path file = folder.resolve("tokens");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, "readToken=" + read + "\nwriteToken=" + write + "\n")
                .toString();
    }

    @Test
    void explain_saysWhyNot() throws Exception {
        String wrong = tokens("MarkedRead1", "MarkedOther1");

        assertThat(shell.explain("write", "slice-1", "hostsall", "vm-1", "--tokens", wrong))
                .contains("Refused with FORBIDDEN: the tokens must be the scope's own.")
                .containsPattern("\\+ +read token")
                .containsPattern("- +write token")
                .doesNotContainIgnoringCase("marked");
        assertThat(shell.explain("read", "slice-1", "hostsall", "vm-1", "--tokens", wrong))
                .doesNotContain("Refused");
        assertThat(shell.explain(
                        "write",
                        "slice-1",
                        "hostsall",
                        "vm-1",
                        "--tokens",
                        tokens("MarkedRead1", "MarkedWrite1"),
                        "--revision",
                        "9"))
                .contains("Refused with PRECONDITION_FAILED");
    }

    @Test
    void explain_refusesTokensThatOthersCanRead() throws Exception {
        Path file = Path.of(tokens("MarkedRead1", "MarkedWrite1"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThatThrownBy(() -> shell.explain("read", "slice-1", "hostsall", "vm-1", "--tokens", file.toString()))
                .hasMessageEndingWith("can be read by others: chmod 600 it, and take new tokens if they could");
    }

    @Test
    void nothing_showsATokenOrItsHash() throws CometException {
        String all = shell.scopes()
                + shell.scopes("slice-1")
                + shell.read("slice-1", "hostsall", "vm-1")
                + shell.peers("slice-1");

        assertThat(all).doesNotContainIgnoringCase("marked").doesNotContain("fingerprint");
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("comet:scopes takes nothing, CONTEXT, or --after CONTEXT", shell -> shell.scopes("a", "b")),
                wrong("comet:scopes takes nothing, CONTEXT, or --after CONTEXT", shell -> shell.scopes("--after")),
                wrong("comet:read takes CONTEXT FAMILY KEY", shell -> shell.read("slice-1")),
                wrong(EXPLAIN, shell -> shell.explain("read", "slice-1", "hostsall", "vm-1")),
                wrong(EXPLAIN, shell -> shell.explain("list", "slice-1", "hostsall", "vm-1", "--tokens", "nowhere")),
                wrong(EXPLAIN, shell -> shell.explain("read", "slice-1", "hostsall", "vm-1", "--nope", "nowhere")),
                wrong(
                        "nowhere cannot be read: name a file with readToken= and writeToken= by --tokens",
                        shell -> shell.explain("read", "slice-1", "hostsall", "vm-1", "--tokens", "nowhere")),
                wrong(
                        "nowhere is no certificate: name a PEM or DER file",
                        shell -> shell.explain("read", "slice-1", "hostsall", "vm-1", "--trusted", "nowhere")),
                wrong("comet:peers takes CONTEXT", shell -> shell.peers()),
                wrong("contextID is empty", shell -> shell.peers("")),
                wrong("nothing was ever written to this context", shell -> shell.scopes("slice-9")));
    }

    private interface Typed {
        String run(ShellComponent shell) throws CometException;
    }

    private static Arguments wrong(String sentence, Typed typed) {
        return Arguments.of(sentence, typed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void wrongWords_areOneSentence(String sentence, Typed typed) {
        assertThatThrownBy(() -> typed.run(shell)).hasMessage(sentence);
    }
}
