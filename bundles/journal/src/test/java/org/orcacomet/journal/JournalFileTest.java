package org.orcacomet.journal;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;

/** The journal's folder and file: modes, lock, damage, size. */
class JournalFileTest {
    private static final ScopeKey USERS = key("users");
    private static final ScopeKey ROUTES = key("routes");
    private final TokenPair tokens = new TokenGenerator().pair();

    @TempDir
    Path temporary;

    private Path folder;
    private Path file;

    private static ScopeKey key(String family) {
        return ScopeKey.of(ContextId.parse("slice"), Family.parse(family), EntryKey.parse("vm"));
    }

    private ScopeWrite write(ScopeKey key, String value) {
        return ScopeWrite.of(key, tokens, ScopeValue.of(value));
    }

    @BeforeEach
    void name() {
        folder = temporary.resolve("a/journal");
        file = folder.resolve("journal");
    }

    private Journal open() throws JournalException {
        return Journal.open(JournalSettings.in(folder));
    }

    /** Owes USERS, then ROUTES and another at once; returns the length before the last append. */
    private long twoAppends() throws IOException {
        try (Journal journal = open()) {
            journal.owe(singletonList(write(USERS, "u")));
            long first = Files.size(file);
            journal.owe(asList(write(ROUTES, "r"), write(key("scripts"), "s")));
            return first;
        }
    }

    @Test
    void folderAndFilesAreTheirOwnersAlone() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        twoAppends();
        assertThat(mode(folder)).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.collect(Collectors.toList())).isNotEmpty().allSatisfy(f -> assertThat(mode(f))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void folder_mayBeALink() throws IOException {
        Path target = Files.createDirectory(temporary.resolve("target"));
        folder = Files.createSymbolicLink(temporary.resolve("link"), target);
        open().close();
        assertThat(target.resolve("journal")).exists();
    }

    private static String mode(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void lastAppend_cutAnywhereIsDroppedAsAWhole() throws IOException {
        long first = twoAppends();
        byte[] whole = Files.readAllBytes(file);
        for (int length = (int) first; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertClaims(USERS);
        }
        Files.write(file, whole);
        assertClaims(USERS, ROUTES, key("scripts"));
    }

    @Test
    void lastAppend_ofZerosIsDropped() throws IOException {
        long first = twoAppends();
        byte[] whole = Files.readAllBytes(file);
        Arrays.fill(whole, (int) first, whole.length, (byte) 0);
        Files.write(file, whole);
        assertClaims(USERS);
    }

    private void assertClaims(ScopeKey... keys) throws JournalException {
        try (Journal journal = open()) {
            assertThat(journal.claims(USERS.context())).extracting(Claim::key).containsExactly(keys);
        }
    }

    @Test
    void damage_ofAnyByteBeforeTheLastAppendIsAnErrorThatNamesTheFile() throws IOException {
        int first = (int) twoAppends();
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < first; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x55;
            Files.write(file, damaged);
            assertThatThrownBy(this::open)
                    .as("byte " + at)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining(file.toString());
            assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
        }
    }

    @Test
    void open_refusesAFileOfAnotherVersion() throws IOException {
        Files.createDirectories(folder);
        Files.write(file, "orca-comet journal 2\n".getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(this::open).hasMessageContaining("no journal of this version");
    }

    @Test
    void open_refusesAFolderThatIsInUse() throws IOException {
        try (Journal journal = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("in use");
            journal.owe(singletonList(write(USERS, "u")));
        }
        assertClaims(USERS);
    }

    @Test
    void open_refusesAFolderThatCannotBeMade() throws IOException {
        Files.write(temporary.resolve("a"), new byte[0]);
        assertThatThrownBy(this::open).isInstanceOf(JournalException.class).hasMessageContaining(folder.toString());
    }

    @Test
    void open_failsWhereTheFileCannotBeWrittenAnewAndLetsGoOfTheFolder() throws IOException {
        Path inTheWay = folder.resolve("journal.new/inTheWay");
        Files.createDirectories(inTheWay);
        assertThatThrownBy(this::open).isInstanceOf(JournalException.class).hasMessageContaining(file.toString());
        Files.delete(inTheWay);
        assertClaims();
    }

    @Test
    void file_isCompactedWhileItRuns() throws IOException {
        char[] big = new char[10_000];
        Arrays.fill(big, 'x');
        try (Journal journal = open()) {
            for (int i = 0; i < 200; i++) {
                journal.owe(singletonList(write(USERS, new String(big) + i)));
            }
            assertThat(Files.size(file)).isLessThan(400_000);
        }
        try (Journal journal = open()) {
            assertThat(journal.claim(USERS).get().write().get().value().text().get())
                    .endsWith("x199");
        }
    }

    @Test
    void file_holdsNoValueAnyMoreAfterAReopening() throws IOException {
        FakeComet comet = new FakeComet();
        try (Journal journal = open()) {
            journal.payWith(comet);
            journal.owe(singletonList(write(USERS, "MarkedValue")));
            journal.await(singletonList(USERS), java.time.Duration.ofSeconds(20));
        }
        open().close();
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain("MarkedValue");
    }

    @Test
    void compaction_thatFailsLosesNothing() throws IOException {
        char[] big = new char[10_000];
        try (Journal journal = open()) {
            Files.createDirectories(folder.resolve("journal.new/inTheWay"));
            List<ScopeKey> none =
                    journal.claims(USERS.context()).stream().map(Claim::key).collect(Collectors.toList());
            assertThat(none).isEmpty();
            for (int i = 0; i < 40; i++) {
                journal.owe(singletonList(write(USERS, new String(big) + i)));
            }
        }
        Files.delete(folder.resolve("journal.new/inTheWay"));
        try (Journal journal = open()) {
            assertThat(journal.claim(USERS).get().write().get().value().text().get())
                    .endsWith("39");
        }
    }
}
