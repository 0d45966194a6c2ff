package org.orcacomet.journal;

import static java.util.Arrays.asList;
import static java.util.Collections.singletonList;
import static java.util.Collections.singletonMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

class JournalTest {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration NOW = Duration.ZERO;
    private static final ScopeKey USERS = key("users");
    private static final ScopeKey ROUTES = key("routes");
    private final TokenPair tokens = new TokenGenerator().pair();
    private final FakeComet comet = new FakeComet();

    @TempDir
    Path folder;

    private Journal journal;

    private static ScopeKey key(String family) {
        return ScopeKey.of(ContextId.parse("slice"), Family.parse(family), EntryKey.parse("vm"));
    }

    private ScopeWrite write(ScopeKey key, String value) {
        return ScopeWrite.of(key, tokens, ScopeValue.of(value));
    }

    @BeforeEach
    void open() throws JournalException {
        journal = Journal.open(JournalSettings.in(folder).backingOff(Duration.ofMillis(5), Duration.ofMillis(50)));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void reopen() throws JournalException {
        journal.close();
        open();
    }

    @Test
    void owe_isPaidAndThenTheTokensAreHeld() throws JournalException {
        journal.payWith(comet);
        journal.owe(singletonList(write(USERS, "value")));
        assertThat(journal.await(singletonList(USERS), SOON).done()).isTrue();
        assertThat(comet.value(USERS)).contains("value");
        Claim claim = journal.claim(USERS).get();
        assertThat(claim.state()).isEqualTo(State.HELD);
        assertThat(claim.tokens()).isEqualTo(tokens);
        assertThat(claim.write()).isEmpty();
    }

    @Test
    void owe_survivesAReopening() throws JournalException {
        journal.owe(asList(write(USERS, "value ☃"), write(ROUTES, "r").when(Precondition.absent())));
        reopen();
        assertThat(journal.claims(USERS.context())).extracting(Claim::state).containsOnly(State.WRITE_OWED);
        ScopeWrite users = journal.claim(USERS).get().write().get();
        assertThat(users.value()).isEqualTo(ScopeValue.of("value ☃"));
        assertThat(users.tokens()).isEqualTo(tokens);
        assertThat(journal.claim(ROUTES).get().write().get().precondition().isAbsent())
                .isTrue();
    }

    @Test
    void owe_keepsANullValue() throws JournalException {
        journal.owe(singletonList(ScopeWrite.of(USERS, tokens, ScopeValue.ofNull())));
        reopen();
        assertThat(journal.claim(USERS).get().write().get().value()).isEqualTo(ScopeValue.ofNull());
    }

    @Test
    void owe_paysOneContextInOneBatch() throws JournalException {
        journal.owe(asList(write(USERS, "u"), write(ROUTES, "r")));
        journal.payWith(comet);
        assertThat(journal.await(asList(USERS, ROUTES), SOON).done()).isTrue();
        assertThat(comet.calls()).containsExactly("batch of 2");
    }

    @Test
    void owe_ofWhatIsOwedAlreadyChangesNothing() throws JournalException {
        journal.owe(singletonList(write(USERS, "u")));
        Claim first = journal.claim(USERS).get();
        journal.owe(singletonList(write(USERS, "u")));
        assertThat(journal.claim(USERS)).containsSame(first);
    }

    @Test
    void owe_sendsTheNewestOnly() throws JournalException {
        journal.owe(singletonList(write(USERS, "old")));
        journal.owe(singletonList(write(USERS, "new")));
        journal.payWith(comet);
        journal.await(singletonList(USERS), SOON);
        assertThat(comet.calls()).hasSize(1);
        assertThat(comet.value(USERS)).contains("new");
    }

    @Test
    void owe_refusesOtherTokensAndARevision() throws JournalException {
        journal.owe(singletonList(write(USERS, "u")));
        ScopeWrite other = ScopeWrite.of(USERS, new TokenGenerator().pair(), ScopeValue.of("u"));
        assertThatThrownBy(() -> journal.owe(singletonList(other))).isInstanceOf(IllegalArgumentException.class);
        ScopeWrite compareAndSet = write(ROUTES, "r").when(Precondition.is(Revision.of(1)));
        assertThatThrownBy(() -> journal.owe(singletonList(compareAndSet)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(journal.status().claims()).isEqualTo(1);
    }

    @Test
    void await_withoutACometAnswersWhatIsOwed() throws JournalException {
        journal.owe(singletonList(write(USERS, "u")));
        Settlement settlement = journal.await(asList(USERS, ROUTES), NOW);
        assertThat(settlement.owed()).containsExactly(USERS);
        assertThat(settlement.reason()).isEmpty();
    }

    @Test
    void await_endsAtAnInterruptAndKeepsIt() throws JournalException {
        journal.owe(singletonList(write(USERS, "u")));
        Thread.currentThread().interrupt();
        assertThat(journal.await(singletonList(USERS), SOON).done()).isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void owe_worksInAnInterruptedThread() throws JournalException {
        Thread.currentThread().interrupt();
        journal.owe(singletonList(write(USERS, "u")));
        journal.owe(singletonList(write(ROUTES, "r")));
        assertThat(Thread.interrupted()).isTrue();
        reopen();
        assertThat(journal.status().owed()).isEqualTo(2);
    }

    @Test
    void hold_survivesAndOwesNothing() throws JournalException {
        journal.hold(singletonMap(USERS, tokens));
        reopen();
        assertThat(journal.claim(USERS).get().tokens()).isEqualTo(tokens);
        assertThat(journal.status().owed()).isZero();
    }

    @Test
    void hold_leavesAnotherClaimAlone() throws JournalException {
        journal.owe(singletonList(write(USERS, "u")));
        journal.hold(singletonMap(USERS, new TokenGenerator().pair()));
        assertThat(journal.claim(USERS).get().tokens()).isEqualTo(tokens);
        assertThat(journal.claim(USERS).get().state()).isEqualTo(State.WRITE_OWED);
    }

    @Test
    void hold_takesADeleteBack() throws JournalException {
        journal.hold(singletonMap(USERS, tokens));
        journal.renounce(singletonList(USERS));
        journal.hold(singletonMap(USERS, tokens));
        assertThat(journal.status().owed()).isZero();
    }

    @Test
    void renounce_deletesAndForgets() throws JournalException {
        journal.payWith(comet);
        journal.owe(singletonList(write(USERS, "u")));
        journal.await(singletonList(USERS), SOON);
        journal.renounce(asList(USERS, ROUTES));
        assertThat(journal.await(asList(USERS, ROUTES), SOON).done()).isTrue();
        assertThat(comet.has(USERS)).isFalse();
        assertThat(journal.status().claims()).isZero();
        reopen();
        assertThat(journal.status().claims()).isZero();
    }

    @Test
    void renounce_ofAnUnpaidWriteIsADelete() throws JournalException {
        journal.owe(singletonList(write(USERS, "u")));
        journal.renounce(singletonList(USERS));
        reopen();
        assertThat(journal.claim(USERS).get().state()).isEqualTo(State.DELETE_OWED);
        assertThat(journal.claim(USERS).get().write()).isEmpty();
        journal.payWith(comet);
        assertThat(journal.await(singletonList(USERS), SOON).done()).isTrue();
        assertThat(comet.calls()).containsExactly("delete " + USERS);
    }

    @Test
    void renounce_takesGivenTokensWhereThereIsNoClaim() throws JournalException {
        TokenPair orcas = new TokenGenerator().pair();
        journal.hold(singletonMap(USERS, tokens));
        journal.renounce(singletonMap(USERS, orcas));
        journal.renounce(singletonMap(ROUTES, orcas));
        assertThat(journal.claim(USERS).get().tokens()).isEqualTo(tokens);
        assertThat(journal.claim(ROUTES).get().tokens()).isEqualTo(orcas);
    }

    @Test
    void owe_turnsADeleteBackIntoAWrite() throws JournalException {
        journal.owe(singletonList(write(USERS, "old")));
        journal.renounce(singletonList(USERS));
        journal.owe(singletonList(write(USERS, "new")));
        journal.payWith(comet);
        assertThat(journal.await(singletonList(USERS), SOON).done()).isTrue();
        assertThat(comet.calls()).containsExactly("write " + USERS);
        assertThat(comet.value(USERS)).contains("new");
    }

    @Test
    void renounce_duringTheWriteDeletesAfterIt() throws Exception {
        CountDownLatch out = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        FakeComet slow = new FakeComet() {
            @Override
            void before(String call, ScopeKey key) {
                out.countDown();
                Await.latch(back);
            }
        };
        journal.payWith(slow);
        journal.owe(singletonList(write(USERS, "u")));
        out.await();
        journal.renounce(singletonList(USERS));
        back.countDown();
        assertThat(journal.await(singletonList(USERS), SOON).done()).isTrue();
        assertThat(slow.calls()).containsExactly("write " + USERS, "delete " + USERS);
        assertThat(slow.has(USERS)).isFalse();
    }

    @Test
    void claims_areFoundByContextAndKey() throws JournalException {
        ScopeKey other = ScopeKey.of(USERS.context(), Family.parse("users"), EntryKey.parse("vm2"));
        ScopeKey elsewhere = ScopeKey.of(ContextId.parse("slice2"), Family.parse("users"), EntryKey.parse("vm"));
        journal.owe(asList(write(USERS, "u"), write(other, "u"), write(elsewhere, "u"), write(ROUTES, "r")));
        assertThat(keys(journal.claims(USERS.context()))).containsExactly(USERS, other, ROUTES);
        assertThat(keys(journal.claims(USERS.context(), USERS.key()))).containsExactly(USERS, ROUTES);
        assertThat(journal.claims(ContextId.parse("none"))).isEmpty();
    }

    private static List<ScopeKey> keys(List<Claim> claims) {
        return claims.stream().map(Claim::key).collect(java.util.stream.Collectors.toList());
    }

    @Test
    void status_countsWhatIsOwedAndSinceWhen() throws JournalException {
        journal.owe(singletonList(write(USERS, "u")));
        journal.hold(singletonMap(ROUTES, tokens));
        JournalStatus before = journal.status();
        reopen();
        JournalStatus status = journal.status();
        assertThat(status.claims()).isEqualTo(2);
        assertThat(status.owed()).isEqualTo(1);
        assertThat(status.oldest()).isPresent();
        assertThat(status.oldest().get().toEpochMilli())
                .isEqualTo(before.oldest().get().toEpochMilli());
        assertThat(status.health()).containsEntry("journal.owed", "1").containsKey("journal.oldest");
    }

    @Test
    void close_refusesWhatComesAfter() {
        journal.close();
        assertThatThrownBy(() -> journal.owe(singletonList(write(USERS, "u")))).isInstanceOf(JournalException.class);
        assertThat(journal.await(singletonList(USERS), SOON).done()).isTrue();
    }
}
