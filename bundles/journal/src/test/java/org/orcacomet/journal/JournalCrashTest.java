package org.orcacomet.journal;

import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.journal.Claim.State;

/** A journal in a JVM of its own that is killed, or whose disk is full. */
class JournalCrashTest {
    private static final ContextId SLICE = ContextId.parse("slice");

    @TempDir
    Path folder;

    static ScopeWrite write(int number) {
        ScopeKey key = ScopeKey.of(SLICE, Family.parse("users"), EntryKey.parse("vm" + number));
        TokenPair tokens = TokenPair.of(TokenCodec.readToken("Read" + number), TokenCodec.writeToken("Write" + number));
        return ScopeWrite.of(key, tokens, ScopeValue.of("value " + number));
    }

    /** What runs in the other JVM: owes one write after the other, and prints each once it is owed. */
    static final class Ower {
        private Ower() {}

        public static void main(String[] arguments) throws Exception {
            Journal journal = Journal.open(JournalSettings.in(Paths.get(arguments[0])));
            if (arguments[1].equals("pay")) {
                journal.payWith(new Stuck());
            }
            for (int number = 0; owed(journal, number); number++) {
                System.out.println("owed " + number);
            }
            System.out.println("claims " + journal.claims(SLICE).size());
        }

        private static boolean owed(Journal journal, int number) {
            try {
                journal.owe(singletonList(write(number)));
                return true;
            } catch (JournalException e) {
                System.out.println("refused " + e.getMessage());
                return false;
            }
        }
    }

    /** A COMET to which the request goes out, and from which no answer comes. */
    private static final class Stuck extends FakeComet {
        @Override
        void before(String call, ScopeKey key) {
            System.out.println("request " + key.key());
            Await.latch(new CountDownLatch(1));
        }
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String java() {
        return Paths.get(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Runs the other JVM until it has printed so many lines, and one that begins so, and kills it. */
    private List<String> killedAfter(int lines, String begin, String mode) throws Exception {
        Process process = start(java(), "-cp", classPath(), Ower.class.getName(), folder.toString(), mode);
        BufferedReader output = output(process);
        List<String> printed = new ArrayList<>();
        while (printed.size() < lines || printed.stream().noneMatch(line -> line.startsWith(begin))) {
            printed.add(line(output));
        }
        process.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
        return printed;
    }

    private static String line(BufferedReader output) {
        try {
            return Optional.ofNullable(output.readLine())
                    .orElseThrow(() -> new AssertionError("the other JVM ended by itself"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void owe_survivesKill9() throws Exception {
        List<String> printed = killedAfter(200, "owed", "hold");
        assertThat(printed).allSatisfy(line -> assertThat(line).startsWith("owed"));
        try (Journal journal = Journal.open(JournalSettings.in(folder))) {
            assertThat(journal.claims(SLICE)).hasSizeGreaterThanOrEqualTo(200);
            for (int number = 0; number < 200; number++) {
                assertOwed(journal, write(number));
            }
        }
    }

    private static void assertOwed(Journal journal, ScopeWrite expected) {
        Claim claim = journal.claim(expected.key()).get();
        assertThat(claim.state()).isEqualTo(State.WRITE_OWED);
        assertThat(claim.tokens()).isEqualTo(expected.tokens());
        assertThat(claim.write().get().value()).isEqualTo(expected.value());
    }

    @Test
    void requestThatIsOutAtKill9_isOwedAndPaidByTheNext() throws Exception {
        killedAfter(100, "request vm", "pay");
        try (Journal journal = Journal.open(JournalSettings.in(folder))) {
            List<ScopeKey> owed = journal.claims(SLICE).stream().map(Claim::key).collect(Collectors.toList());
            assertThat(journal.status().owed()).isEqualTo(owed.size());
            FakeComet comet = new FakeComet();
            journal.payWith(comet);
            assertThat(journal.await(owed, Duration.ofMinutes(1)).done()).isTrue();
            assertThat(comet.value(write(0).key())).contains("value 0");
        }
    }

    @Test
    void owe_throwsWhenTheDiskIsFullAndOwesNothing() throws Exception {
        String limited = "ulimit -f 32 && exec \"$@\"";
        Process process = start(
                "sh",
                "-c",
                limited,
                "sh",
                java(),
                "-XX:-UsePerfData",
                "-cp",
                classPath(),
                Ower.class.getName(),
                folder.toString(),
                "hold");
        List<String> printed = output(process).lines().collect(Collectors.toList());
        assertThat(process.waitFor()).isZero();
        int owed = printed.size() - 2;
        assertThat(owed).isPositive();
        assertThat(printed.get(owed))
                .startsWith("refused journal file " + folder)
                .contains("cannot be written");
        assertThat(printed.get(owed + 1)).isEqualTo("claims " + owed);
        try (Journal journal = Journal.open(JournalSettings.in(folder))) {
            assertThat(journal.claims(SLICE)).hasSize(owed);
        }
    }
}
