package org.orcacomet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.orcacomet.api.Comet;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.store.ScopeStore;

class SecretsTest {
    private static final String MARK = "Marked";
    private static final ScopeKey KEY = key("slice", "users", "vm1");
    private static final TokenPair TOKENS = pair("MarkedRead1", "MarkedWrite1");
    private static final TokenPair OTHERS = pair("MarkedRead2", "MarkedWrite2");
    private static final TokenPair WEAK = pair("MarkedWeak", "MarkedWeak");
    private static final ScopeValue VALUE = ScopeValue.of("MarkedValue");

    private final MemoryScopeStore store = new MemoryScopeStore();

    @Test
    void call_showsNoTokenAndNoValueInItsErrorsAndLogs() throws Exception {
        PrintStream err = System.err;
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        System.setErr(new PrintStream(logged, true, StandardCharsets.UTF_8));
        try {
            assertThat(errors()).hasSizeGreaterThan(5).noneMatch(error -> error.contains(MARK));
        } finally {
            System.setErr(err);
        }
        assertThat(logged.toString(StandardCharsets.UTF_8)).doesNotContain(MARK);
    }

    @Test
    void toString_showsNoTokenAndNoValue() throws Exception {
        comet(ServiceSettings.defaults()).write(write(TOKENS));
        assertThat(store.list(KEY.context()).toString())
                .contains("slice/users/vm1")
                .doesNotContain(MARK);
    }

    private List<String> errors() throws Exception {
        Comet comet = comet(ServiceSettings.defaults());
        Comet small = comet(ServiceSettings.defaults().withValueMaxBytes(1));
        Comet broken = service(new BrokenStore(store, () -> true), ServiceSettings.defaults());
        Stream<ThrowingCallable> refused = Stream.of(
                () -> comet.write(ScopeWrite.of(key("slice", "users", "new"), WEAK, VALUE)),
                () -> comet.write(write(OTHERS)),
                () -> comet.write(write(TOKENS).when(Precondition.absent())),
                () -> comet.writeAll(WriteBatch.of(List.of(write(OTHERS)))),
                () -> comet.read(KEY, OTHERS.read()),
                () -> comet.delete(KEY, OTHERS, Precondition.none()),
                () -> small.write(write(TOKENS)),
                () -> broken.write(write(TOKENS)));
        comet.write(write(TOKENS));
        return refused.map(SecretsTest::trace).toList();
    }

    private Comet comet(ServiceSettings settings) {
        return service(store, settings);
    }

    private static Comet service(ScopeStore on, ServiceSettings settings) {
        return new CometService(on, () -> settings, Clock.systemUTC())
                .as(Caller.trusted(CallerIdentity.of("CN=orca", "fingerprint")));
    }

    private static ScopeWrite write(TokenPair tokens) {
        return ScopeWrite.of(KEY, tokens, VALUE);
    }

    private static String trace(ThrowingCallable call) {
        StringWriter text = new StringWriter();
        catchThrowable(call).printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static TokenPair pair(String read, String write) {
        return TokenPair.of(TokenCodec.readToken(read), TokenCodec.writeToken(write));
    }
}
