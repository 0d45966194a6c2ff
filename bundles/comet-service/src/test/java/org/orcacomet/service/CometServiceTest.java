package org.orcacomet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.orcacomet.store.testkit.Samples.key;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Enumeration;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;
import org.orcacomet.api.Scope;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.store.ScopeStore;

class CometServiceTest {
    private static final Caller ORCA = Caller.trusted(CallerIdentity.of("CN=orca", "fingerprint"));
    private static final ContextId SLICE = ContextId.parse("slice");
    private static final ScopeKey ONE = key("slice", "users", "vm1");
    private static final ScopeKey TWO = key("slice", "users", "vm2");

    private final TokenPair tokens = new TokenGenerator().pair();
    private final TokenPair strange = new TokenGenerator().pair();
    private final MemoryScopeStore store = new MemoryScopeStore();
    private ServiceSettings settings = ServiceSettings.defaults();
    private final Comet comet = service(store).as(ORCA);

    @Test
    void writeAll_givesOneRevisionToAll() throws Exception {
        comet.write(write(TWO, "old"));
        Revision revision = comet.writeAll(WriteBatch.of(List.of(write(ONE, "1"), write(TWO, "2"))))
                .orElseThrow();
        assertThat(revision).isEqualTo(Revision.of(2));
        assertThat(comet.enumerate(SLICE, tokens.read()).scopes())
                .extracting(Scope::revision)
                .containsExactly(Optional.of(revision), Optional.of(revision));
    }

    @Test
    void writeAll_writesNothingAndNamesTheFirstThatIsRefused() throws Exception {
        comet.write(write(TWO, "old"));
        ScopeWrite refused = ScopeWrite.of(TWO, strange, ScopeValue.of("new"));
        assertThatThrownBy(() -> comet.writeAll(WriteBatch.of(List.of(write(ONE, "new"), refused))))
                .isInstanceOf(CometDenied.class)
                .hasMessageStartingWith("entry 1: ");
        assertThat(comet.read(ONE, tokens.read()).scope()).isEmpty();
        assertThat(comet.read(TWO, tokens.read()).text()).contains("old");
    }

    @Test
    void writeAll_tellsTheRevisionOfTheEntryThatConflicts() throws Exception {
        Optional<Revision> current = comet.write(write(TWO, "old"));
        ScopeWrite late = write(TWO, "new").when(Precondition.absent());
        Throwable refusal = catchThrowable(() -> comet.writeAll(WriteBatch.of(List.of(write(ONE, "new"), late))));
        assertThat(refusal).isInstanceOf(CometConflict.class).hasMessageStartingWith("entry 1: ");
        assertThat(((CometConflict) refusal).current()).isEqualTo(current);
    }

    @Test
    void writeAll_keepsTheCodeOfARejection() {
        TokenPair weak = TokenPair.of(TokenCodec.readToken("r"), TokenCodec.writeToken("w"));
        assertThatThrownBy(() -> comet.writeAll(WriteBatch.of(List.of(ScopeWrite.of(ONE, weak, ScopeValue.ofNull())))))
                .isInstanceOf(CometRejected.class)
                .hasMessage("entry 0: readToken is shorter than 8 characters");
    }

    @Test
    void write_takesAValueUpToTheLimitInBytes() throws Exception {
        settings = settings.withValueMaxBytes(4);
        comet.write(write(ONE, "\u00e4\u00e4"));
        assertThatThrownBy(() -> comet.write(write(ONE, "\u00e4\u00e4x")))
                .isInstanceOf(CometRejected.class)
                .hasMessage("the value takes more than 4 bytes")
                .extracting(e -> ((CometException) e).code())
                .isEqualTo(CometCode.CONTENT_TOO_LARGE);
        assertThat(comet.read(ONE, tokens.read()).text()).contains("\u00e4\u00e4");
    }

    @Test
    void enumerate_showsWhatTheTokenReadsInOrder() throws Exception {
        comet.write(write(TWO, "2"));
        comet.write(write(ONE, "1"));
        comet.write(write(key("slice", "routes", "vm1"), "r"));
        comet.write(ScopeWrite.of(key("slice", "users", "vm0"), strange, ScopeValue.of("x")));
        comet.write(ScopeWrite.of(key("slice", "users", "vm3"), tokens, ScopeValue.ofNull()));
        assertThat(comet.enumerate(SLICE, tokens.read()).scopes())
                .extracting(Scope::key)
                .containsExactly(key("slice", "routes", "vm1"), ONE, TWO);
        Enumeration users = comet.enumerate(SLICE, Family.parse("users"), tokens.read());
        assertThat(users.scopes()).extracting(Scope::key).containsExactly(ONE, TWO);
        assertThat(users.revision()).contains(Revision.of(5));
    }

    @Test
    void enumerate_tellsNoRevisionToWhomItShowsNothing() throws Exception {
        comet.write(write(ONE, "1"));
        assertThat(comet.enumerate(SLICE, strange.read()).revision()).isEmpty();
    }

    @Test
    void write_countsOnAfterADelete() throws Exception {
        comet.write(write(ONE, "1"));
        comet.delete(ONE, tokens, Precondition.none());
        assertThat(comet.write(write(ONE, "1"))).contains(Revision.of(3));
    }

    @Test
    void delete_twiceChangesNothing() throws Exception {
        comet.write(write(ONE, "1"));
        comet.delete(ONE, tokens, Precondition.none());
        comet.delete(ONE, tokens, Precondition.none());
        assertThat(store.list(SLICE).revision()).contains(Revision.of(2));
    }

    @Test
    void write_underARevisionLosesNothing() throws Exception {
        comet.write(write(ONE, "0"));
        inParallel(8, () -> {
            for (int i = 0; i < 20; i++) {
                increment();
            }
            return true;
        });
        assertThat(comet.read(ONE, tokens.read()).text()).contains("160");
    }

    @Test
    void write_whereNothingMayBeHasOneWinner() throws Exception {
        List<Integer> winners = Collections.synchronizedList(new ArrayList<>());
        inParallel(8, () -> {
            for (int i = 0; i < 20; i++) {
                create(key("slice", "users", "vm" + i), i, winners);
            }
            return true;
        });
        assertThat(winners)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void write_withoutADemandGetsThroughACrowd() throws Exception {
        inParallel(16, () -> {
            for (int i = 0; i < 20; i++) {
                comet.write(write(ONE, "text"));
            }
            return true;
        });
        assertThat(store.read(ONE)).map(record -> record.revision().number()).contains(320L);
    }

    static Stream<String> calls() {
        return Stream.of("write", "writeAll", "read", "enumerate", "enumerate family", "delete");
    }

    @ParameterizedTest
    @MethodSource("calls")
    void call_isUnavailableWhenTheStoreIs(String call) {
        Comet broken = service(new BrokenStore(store, () -> true)).as(ORCA);
        Throwable refusal = catchThrowable(call(broken, call));
        assertThat(refusal)
                .isInstanceOf(CometUnavailable.class)
                .hasMessage("the store cannot answer now")
                .hasRootCauseMessage("the disk is full");
        assertThat(((CometUnavailable) refusal).code()).isEqualTo(CometCode.SERVICE_UNAVAILABLE);
        assertThat(((CometUnavailable) refusal).retryAfter()).contains(Duration.ofSeconds(1));
    }

    @Test
    void valueMaxBytes_isWhatIsSetNow() {
        CometService service = service(store);
        settings = settings.withValueMaxBytes(7);
        assertThat(service.valueMaxBytes()).isEqualTo(7);
    }

    private ThrowingCallable call(Comet caller, String call) {
        return switch (call) {
            case "write" -> () -> caller.write(write(ONE, "x"));
            case "writeAll" -> () -> caller.writeAll(WriteBatch.of(List.of(write(ONE, "x"))));
            case "read" -> () -> caller.read(ONE, tokens.read());
            case "enumerate" -> () -> caller.enumerate(SLICE, tokens.read());
            case "enumerate family" -> () -> caller.enumerate(SLICE, ONE.family(), tokens.read());
            default -> () -> caller.delete(ONE, tokens, Precondition.none());
        };
    }

    private CometService service(ScopeStore on) {
        return new CometService(on, () -> settings, Clock.systemUTC());
    }

    private ScopeWrite write(ScopeKey key, String text) {
        return ScopeWrite.of(key, tokens, ScopeValue.of(text));
    }

    private void create(ScopeKey key, int index, List<Integer> winners) throws CometException {
        try {
            comet.write(write(key, "text").when(Precondition.absent()));
            winners.add(index);
        } catch (CometConflict e) {
            assertThat(e.current()).isPresent();
        }
    }

    private void increment() throws CometException {
        boolean done = false;
        while (!done) {
            Scope seen = comet.read(ONE, tokens.read()).scope().orElseThrow();
            int count = Integer.parseInt(seen.value().text().orElseThrow());
            done = replaced(seen, String.valueOf(count + 1));
        }
    }

    private boolean replaced(Scope seen, String text) throws CometException {
        try {
            comet.write(write(ONE, text).when(Precondition.is(seen.revision().orElseThrow())));
            return true;
        } catch (CometConflict e) {
            return false;
        }
    }

    private static void inParallel(int threads, Callable<Boolean> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<Boolean> done : pool.invokeAll(Collections.nCopies(threads, task))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
