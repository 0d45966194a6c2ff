package org.orcacomet.journal;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometProtocolException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;
import org.orcacomet.journal.Claim.State;

/** What the journal does when COMET does not simply work. */
class JournalMisbehaviourTest {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final ScopeKey USERS = key("slice", "users");
    private static final ScopeKey ROUTES = key("slice", "routes");
    private final TokenPair tokens = new TokenGenerator().pair();

    @TempDir
    Path folder;

    private Journal journal;

    private static ScopeKey key(String context, String family) {
        return ScopeKey.of(ContextId.parse(context), Family.parse(family), EntryKey.parse("vm"));
    }

    private ScopeWrite write(ScopeKey key, String value) {
        return ScopeWrite.of(key, tokens, ScopeValue.of(value));
    }

    private void open(long backoffMillis) throws JournalException {
        Duration longest = Duration.ofMillis(Math.max(50, backoffMillis));
        journal = Journal.open(JournalSettings.in(folder).backingOff(Duration.ofMillis(backoffMillis), longest));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    /** Fails so many times with this code, then works. */
    private static FakeComet failing(CometCode code, int times) {
        AtomicInteger left = new AtomicInteger(times);
        return new FakeComet() {
            @Override
            void before(String call, ScopeKey key) throws CometException {
                if (left.getAndDecrement() > 0) {
                    throw code.exception("the fake says " + code);
                }
            }
        };
    }

    /** Refuses this scope, alone and in a batch. */
    private static FakeComet refusing(ScopeKey refused, CometCode code) {
        return new FakeComet() {
            @Override
            void before(String call, ScopeKey key) throws CometException {
                if (key.equals(refused)) {
                    throw code.exception("the fake says " + code);
                }
            }
        };
    }

    /** Until it was tried to write users, and that had its end in the journal. */
    private void awaitFailure() {
        await().atMost(SOON).until(() -> journal.await(singletonList(USERS), Duration.ZERO)
                .reason()
                .isPresent());
    }

    @ParameterizedTest
    @EnumSource(
            value = CometCode.class,
            names = {"SERVICE_UNAVAILABLE", "TOO_MANY_REQUESTS", "INTERNAL_SERVER_ERROR"})
    void await_outlastsAnOutage(CometCode code) throws JournalException {
        open(1);
        FakeComet comet = failing(code, 5);
        journal.payWith(comet);
        journal.owe(asList(write(USERS, "u"), write(ROUTES, "r")));
        assertThat(journal.await(asList(USERS, ROUTES), SOON).done()).isTrue();
        assertThat(comet.value(USERS)).contains("u");
        assertThat(comet.value(ROUTES)).contains("r");
    }

    @Test
    void await_endsAtItsBoundAndSaysWhy() throws JournalException {
        open(1);
        journal.payWith(failing(CometCode.SERVICE_UNAVAILABLE, Integer.MAX_VALUE));
        journal.owe(singletonList(write(USERS, "u")));
        awaitFailure();
        Settlement settlement = journal.await(singletonList(USERS), Duration.ofMillis(300));
        assertThat(settlement.owed()).containsExactly(USERS);
        assertThat(settlement.refused()).isEmpty();
        assertThat(settlement.reason()).get().extracting(CometException::code).isEqualTo(CometCode.SERVICE_UNAVAILABLE);
    }

    @ParameterizedTest
    @EnumSource(
            value = CometCode.class,
            names = {"FORBIDDEN", "BAD_REQUEST", "CONTENT_TOO_LARGE", "PRECONDITION_FAILED"})
    void await_answersARefusalAtOnceAndTheOthersArePaid(CometCode code) throws JournalException {
        open(1);
        FakeComet comet = refusing(USERS, code);
        journal.payWith(comet);
        journal.owe(asList(write(USERS, "u"), write(ROUTES, "r")));
        Settlement settlement = journal.await(asList(USERS, ROUTES), SOON);
        assertThat(settlement.refusal()).get().extracting(CometException::code).isEqualTo(code);
        assertThat(settlement.refused()).containsExactly(USERS);
        assertThat(journal.await(singletonList(ROUTES), SOON).done()).isTrue();
        assertThat(journal.claim(USERS).get().state()).isEqualTo(State.WRITE_OWED);
        assertThat(journal.status().refused()).isEqualTo(1);
    }

    @Test
    void owe_triesARefusedWriteAgainAtOnce() throws JournalException {
        open(120_000);
        journal.payWith(failing(CometCode.FORBIDDEN, 1));
        journal.owe(singletonList(write(USERS, "u")));
        assertThat(journal.await(singletonList(USERS), SOON).refusal()).isPresent();
        journal.owe(singletonList(write(USERS, "u")));
        assertThat(journal.await(singletonList(USERS), SOON).done()).isTrue();
    }

    @Test
    void payWith_paysAtOnceWhateverTheBackoff() throws JournalException {
        open(120_000);
        FakeComet broken = failing(CometCode.SERVICE_UNAVAILABLE, Integer.MAX_VALUE);
        journal.payWith(broken);
        journal.owe(singletonList(write(USERS, "u")));
        awaitFailure();
        journal.stopPayingWith(broken);
        journal.payWith(new FakeComet());
        assertThat(journal.await(singletonList(USERS), SOON).done()).isTrue();
    }

    @Test
    void payWith_paysAtOnceThoughTheOneBeforeFailsLater() throws JournalException {
        open(120_000);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        FakeComet broken = new FakeComet() {
            @Override
            void before(String call, ScopeKey key) throws CometException {
                asked.countDown();
                Await.latch(gone);
                throw CometCode.SERVICE_UNAVAILABLE.exception("the fake is closed");
            }
        };
        journal.payWith(broken);
        journal.owe(singletonList(write(USERS, "u")));
        Await.latch(asked);
        journal.stopPayingWith(broken);
        journal.payWith(new FakeComet());
        gone.countDown();
        assertThat(journal.await(singletonList(USERS), SOON).done()).isTrue();
    }

    @Test
    void stopPayingWith_leavesAllOwed() throws JournalException {
        open(1);
        FakeComet gone = new FakeComet();
        journal.payWith(gone);
        journal.stopPayingWith(new FakeComet());
        journal.stopPayingWith(gone);
        journal.owe(singletonList(write(USERS, "u")));
        assertThat(journal.await(singletonList(USERS), Duration.ofMillis(100)).done())
                .isFalse();
        assertThat(gone.calls()).isEmpty();
    }

    @Test
    void absent_isDoneWhereTheScopeIsThereWithOurTokens() throws Exception {
        open(1);
        FakeComet comet = new FakeComet();
        comet.write(write(USERS, "what the VM wrote"));
        journal.payWith(comet);
        journal.owe(singletonList(write(USERS, "placeholder").when(Precondition.absent())));
        assertThat(journal.await(singletonList(USERS), SOON).done()).isTrue();
        assertThat(comet.value(USERS)).contains("what the VM wrote");
    }

    @Test
    void absent_inABatchWritesTheOthers() throws Exception {
        open(1);
        FakeComet comet = new FakeComet();
        comet.write(write(USERS, "what the VM wrote"));
        journal.owe(asList(
                write(USERS, "placeholder").when(Precondition.absent()),
                write(ROUTES, "placeholder").when(Precondition.absent())));
        journal.payWith(comet);
        assertThat(journal.await(asList(USERS, ROUTES), SOON).done()).isTrue();
        assertThat(comet.value(USERS)).contains("what the VM wrote");
        assertThat(comet.value(ROUTES)).contains("placeholder");
    }

    @Test
    void absent_isRefusedWhereTheScopeHasOtherTokens() throws Exception {
        open(1);
        FakeComet comet = new FakeComet();
        TokenPair sameRead = new TokenGenerator().pair(tokens.read());
        comet.write(ScopeWrite.of(USERS, sameRead, ScopeValue.of("another's")));
        journal.payWith(comet);
        journal.owe(singletonList(write(USERS, "placeholder").when(Precondition.absent())));
        assertThat(journal.await(singletonList(USERS), SOON).refusal()).isPresent();
        assertThat(comet.value(USERS)).contains("another's");
    }

    @Test
    void absent_isDoneWhereAServerWithoutRevisionsLetsUsRead() throws Exception {
        open(1);
        FakeComet todays = new FakeComet() {
            @Override
            Optional<Revision> revision(long number) {
                return Optional.empty();
            }
        };
        todays.write(write(USERS, "what the VM wrote"));
        journal.payWith(todays);
        journal.owe(singletonList(write(USERS, "placeholder").when(Precondition.absent())));
        assertThat(journal.await(singletonList(USERS), SOON).done()).isTrue();
    }

    @Test
    void payers_outliveWhatIsNoCometServer() throws JournalException {
        open(1);
        AtomicInteger left = new AtomicInteger(6);
        journal.payWith(new FakeComet() {
            @Override
            void before(String call, ScopeKey key) {
                switch (left.decrementAndGet() % 3) {
                    case 2:
                        throw new CometProtocolException("the fake answers garbage");
                    case 1:
                        throw new IllegalStateException("the fake is closed");
                    default:
                        if (left.get() > 0) {
                            throw new NoClassDefFoundError("the fake is gone");
                        }
                }
            }
        });
        journal.owe(singletonList(write(USERS, "u")));
        assertThat(journal.await(singletonList(USERS), SOON).done()).isTrue();
    }

    @Test
    void slowContext_doesNotHoldUpAnother() throws JournalException {
        open(1);
        CountDownLatch over = new CountDownLatch(1);
        FakeComet comet = new FakeComet() {
            @Override
            void before(String call, ScopeKey key) {
                if (key.context().toString().equals("slow")) {
                    Await.latch(over);
                }
            }
        };
        journal.payWith(comet);
        journal.owe(singletonList(write(key("slow", "users"), "s")));
        journal.owe(singletonList(write(USERS, "u")));
        assertThat(journal.await(singletonList(USERS), SOON).done()).isTrue();
        assertThat(journal.await(singletonList(key("slow", "users")), Duration.ZERO)
                        .done())
                .isFalse();
        over.countDown();
    }

    @Test
    void refusedDelete_staysOwedAndEndsWhenItIsAllowed() throws JournalException {
        open(1);
        AtomicBoolean allowed = new AtomicBoolean();
        journal.hold(java.util.Collections.singletonMap(USERS, tokens));
        journal.renounce(singletonList(USERS));
        journal.payWith(new FakeComet() {
            @Override
            void before(String call, ScopeKey key) throws CometException {
                if (!allowed.get()) {
                    throw CometCode.FORBIDDEN.exception("the fake says no");
                }
            }
        });
        assertThat(journal.await(singletonList(USERS), SOON).refusal()).isPresent();
        allowed.set(true);
        await().atMost(SOON).until(() -> journal.status().claims() == 0);
    }

    /** Answers no write of users; what it was given to write arrives right after the first delete. */
    private static final class Late extends FakeComet {
        private final Deque<ScopeWrite> late = new ArrayDeque<>();
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch givenUp;

        Late(CountDownLatch givenUp) {
            this.givenUp = givenUp;
        }

        @Override
        public Optional<Revision> write(ScopeWrite write) throws CometException {
            late.add(write);
            asked.countDown();
            Await.latch(givenUp);
            throw CometCode.SERVICE_UNAVAILABLE.exception("no answer in time");
        }

        @Override
        public void delete(ScopeKey key, TokenPair tokens, Precondition precondition) throws CometException {
            super.delete(key, tokens, precondition);
            if (!late.isEmpty()) {
                super.write(late.pop());
                late.clear();
            }
        }
    }

    @Test
    void renounce_afterAWriteWithoutAnAnswerDeletesWhatArrivesLate() throws JournalException {
        open(1);
        Late comet = new Late(new CountDownLatch(0));
        journal.payWith(comet);
        journal.owe(singletonList(write(USERS, "u")));
        awaitFailure();
        journal.renounce(singletonList(USERS));
        assertThat(journal.await(singletonList(USERS), SOON).done()).isTrue();
        assertThat(comet.has(USERS)).isFalse();
    }

    @Test
    void renounce_duringAWriteThatGetsNoAnswerDeletesWhatArrivesLate() throws JournalException {
        open(1);
        CountDownLatch givenUp = new CountDownLatch(1);
        Late comet = new Late(givenUp);
        journal.payWith(comet);
        journal.owe(singletonList(write(USERS, "u")));
        Await.latch(comet.asked);
        journal.renounce(singletonList(USERS));
        givenUp.countDown();
        assertThat(journal.await(singletonList(USERS), SOON).done()).isTrue();
        assertThat(comet.has(USERS)).isFalse();
    }

    @Test
    void owe_fromManyThreadsLosesNothing() throws Exception {
        open(1);
        FakeComet comet = new FakeComet();
        journal.payWith(comet);
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(t -> new Thread(() -> owe20("context" + t % 3, t)))
                .collect(Collectors.toList());
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(journal.status().claims()).isEqualTo(160);
        assertThat(journal.status().owed()).isZero();
    }

    private void owe20(String context, int thread) {
        List<ScopeKey> keys = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            keys.add(key(context, "family" + thread + "-" + i));
            try {
                journal.owe(singletonList(write(keys.get(i), "value")));
            } catch (JournalException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(journal.await(keys, SOON).done()).isTrue();
    }

    @Test
    void batch_takesAsManyAsCometTakes() throws JournalException {
        open(1);
        List<ScopeWrite> writes = IntStream.range(0, 1500)
                .mapToObj(i -> write(key("slice", "family" + i), "value"))
                .collect(Collectors.toList());
        journal.owe(writes);
        FakeComet comet = new FakeComet();
        journal.payWith(comet);
        List<ScopeKey> keys = writes.stream().map(ScopeWrite::key).collect(Collectors.toList());
        assertThat(journal.await(keys, SOON).done()).isTrue();
        assertThat(comet.calls()).containsExactly("batch of 1000", "batch of 500");
    }
}
