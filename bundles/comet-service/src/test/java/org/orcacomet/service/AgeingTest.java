package org.orcacomet.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Reading.State;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;
import org.orcacomet.store.MemoryScopeStore;

class AgeingTest {
    private static final Duration EXPIRE = Duration.ofMinutes(10);
    private static final Duration KEEP = Duration.ofHours(1);
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final ScopeKey KEY =
            ScopeKey.of(ContextId.parse("slice"), Family.parse("users"), EntryKey.parse("vm1"));

    private final MemoryScopeStore store = new MemoryScopeStore();
    private final SteppingClock clock = new SteppingClock();
    private final TokenPair tokens = new TokenGenerator().pair();
    private ServiceSettings settings = ServiceSettings.defaults().with(new Lifetimes(EXPIRE, KEEP));
    private final Comet comet = new CometService(store, () -> settings, clock)
            .as(Caller.trusted(CallerIdentity.of("CN=orca", "fingerprint")));

    @Test
    void read_findsAScopeUntilTwiceItsExpiry() throws Exception {
        write(ScopeValue.of("text"));
        clock.advance(EXPIRE.multipliedBy(2).minus(MILLISECOND));
        assertThat(read()).isEqualTo(State.PRESENT);
    }

    @Test
    void read_findsNothingFromTwiceItsExpiryOn() throws Exception {
        write(ScopeValue.of("text"));
        clock.advance(EXPIRE.multipliedBy(2));
        assertThat(read()).isEqualTo(State.ABSENT);
        assertThat(comet.enumerate(KEY.context(), tokens.read()).scopes()).isEmpty();
    }

    @Test
    void read_renewsAScopeOlderThanItsExpiry() throws Exception {
        Revision revision = write(ScopeValue.of("text"));
        for (int i = 0; i < 5; i++) {
            clock.advance(EXPIRE.plus(MILLISECOND));
            assertThat(comet.read(KEY, tokens.read()).scope())
                    .map(s -> s.revision().orElseThrow())
                    .contains(revision);
            assertThat(touched()).isEqualTo(clock.instant());
        }
    }

    @Test
    void read_leavesAYoungerScopeAsItIs() throws Exception {
        write(ScopeValue.of("text"));
        Instant written = clock.instant();
        clock.advance(EXPIRE);
        assertThat(read()).isEqualTo(State.PRESENT);
        assertThat(touched()).isEqualTo(written);
    }

    @Test
    void read_renewsNothingForAWrongToken() throws Exception {
        write(ScopeValue.of("text"));
        Instant written = clock.instant();
        clock.advance(EXPIRE.plus(MILLISECOND));
        assertThatThrownBy(() -> comet.read(KEY, new TokenGenerator().read())).isInstanceOf(CometDenied.class);
        comet.enumerate(KEY.context(), new TokenGenerator().read());
        assertThat(touched()).isEqualTo(written);
    }

    @Test
    void enumerate_renewsWhatItFindsNullsToo() throws Exception {
        for (ScopeValue value : new ScopeValue[] {ScopeValue.of("text"), ScopeValue.ofNull()}) {
            write(value);
            clock.advance(EXPIRE.plus(MILLISECOND));
            comet.enumerate(KEY.context(), KEY.family(), tokens.read());
            assertThat(touched()).isEqualTo(clock.instant());
        }
    }

    @Test
    void write_renews() throws Exception {
        write(ScopeValue.of("text"));
        clock.advance(EXPIRE);
        write(ScopeValue.of("text"));
        clock.advance(EXPIRE.multipliedBy(2).minus(MILLISECOND));
        assertThat(read()).isEqualTo(State.PRESENT);
    }

    @Test
    void read_neverAgesWithExpiryZero() throws Exception {
        settings = settings.with(new Lifetimes(Duration.ZERO, KEEP));
        write(ScopeValue.of("text"));
        Instant written = clock.instant();
        clock.advance(Duration.ofDays(10_000));
        assertThat(read()).isEqualTo(State.PRESENT);
        assertThat(touched()).isEqualTo(written);
    }

    @Test
    void read_takesEndlessLifetimes() throws Exception {
        Duration endless = Duration.ofMillis(Long.MAX_VALUE);
        settings = settings.with(new Lifetimes(endless, endless));
        write(ScopeValue.of("text"));
        clock.advance(Duration.ofDays(10_000));
        assertThat(read()).isEqualTo(State.PRESENT);
    }

    @Test
    void read_tellsOfADeletionAsLongAsItsTombstoneIsKept() throws Exception {
        write(ScopeValue.of("text"));
        comet.delete(KEY, tokens, Precondition.none());
        clock.advance(KEEP.minus(MILLISECOND));
        assertThat(read()).isEqualTo(State.DELETED);
        clock.advance(MILLISECOND);
        assertThat(read()).isEqualTo(State.ABSENT);
    }

    @Test
    void settings_countFromTheNextCallOn() throws Exception {
        write(ScopeValue.of("text"));
        clock.advance(Duration.ofSeconds(20));
        settings = settings.with(new Lifetimes(Duration.ofSeconds(10), KEEP));
        assertThat(read()).isEqualTo(State.ABSENT);
    }

    @Test
    void write_goesOnCountingOverAnAgedScope() throws Exception {
        Revision first = write(ScopeValue.of("text"));
        clock.advance(EXPIRE.multipliedBy(2));
        assertThat(write(ScopeValue.of("text"))).isEqualTo(Revision.of(first.number() + 1));
    }

    private Revision write(ScopeValue value) throws Exception {
        return comet.write(ScopeWrite.of(KEY, tokens, value)).orElseThrow();
    }

    private State read() throws Exception {
        return comet.read(KEY, tokens.read()).state();
    }

    private Instant touched() {
        return store.read(KEY).orElseThrow().touched();
    }
}
