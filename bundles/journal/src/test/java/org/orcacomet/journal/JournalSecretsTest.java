package org.orcacomet.journal;

import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;

/** Tokens and values go to COMET and into the file, and nowhere else. */
class JournalSecretsTest {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final ScopeKey USERS =
            ScopeKey.of(ContextId.parse("slice"), Family.parse("users"), EntryKey.parse("vm"));
    private static final TokenPair TOKENS =
            TokenPair.of(TokenCodec.readToken("Marked1Read"), TokenCodec.writeToken("Marked1Write"));
    private static final ScopeWrite WRITE = ScopeWrite.of(USERS, TOKENS, ScopeValue.of("Marked1Value"));

    @TempDir
    Path folder;

    private final PrintStream before = System.err;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @BeforeEach
    void redirect() {
        System.setErr(new PrintStream(log, true));
    }

    @AfterEach
    void restore() {
        System.setErr(before);
    }

    private Journal open() throws JournalException {
        return Journal.open(JournalSettings.in(folder).backingOff(Duration.ofMillis(1), Duration.ofMillis(20)));
    }

    private static FakeComet refusing(CometCode code) {
        return new FakeComet() {
            @Override
            void before(String call, ScopeKey key) throws CometException {
                throw code.exception("the fake says " + code);
            }
        };
    }

    @Test
    void log_namesTheScopeAndShowsNoSecret() throws Exception {
        try (Journal journal = open()) {
            journal.payWith(refusing(CometCode.FORBIDDEN));
            journal.owe(singletonList(WRITE));
            journal.await(singletonList(USERS), SOON);
            await().until(() -> log.toString("UTF-8").contains(USERS.toString()));
            journal.payWith(new FakeComet());
            journal.await(singletonList(USERS), SOON);
        }
        Path file = folder.resolve("journal");
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 1));
        open().close();
        assertThat(log.toString("UTF-8")).contains("dropped").doesNotContain("Marked1");
    }

    @Test
    void refusal_isLoggedOnce() throws Exception {
        FakeComet comet = refusing(CometCode.FORBIDDEN);
        try (Journal journal = open()) {
            journal.payWith(comet);
            journal.owe(singletonList(WRITE));
            await().until(() -> comet.calls().size() > 3);
        }
        assertThat(log.toString("UTF-8").split("COMET refuses", -1)).hasSize(2);
    }

    @Test
    void toString_andMessagesShowNoSecret() throws Exception {
        try (Journal journal = open()) {
            journal.owe(singletonList(WRITE));
            TokenPair others = new TokenGenerator().pair();
            Throwable mismatch = catchThrowable(
                    () -> journal.owe(singletonList(ScopeWrite.of(USERS, others, ScopeValue.of("Marked1Value")))));
            assertThat(mismatch).hasMessageContaining(USERS.toString());
            assertThat(mismatch.toString()
                            + journal.claims(USERS.context())
                            + journal.status()
                            + journal.status().health()
                            + journal.await(singletonList(USERS), Duration.ZERO))
                    .contains(USERS.toString())
                    .doesNotContain("Marked1");
        }
    }
}
