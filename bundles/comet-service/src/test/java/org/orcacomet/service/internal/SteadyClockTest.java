package org.orcacomet.service.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.orcacomet.api.Comet;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Reading.State;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;
import org.orcacomet.service.Caller;
import org.orcacomet.service.CallerIdentity;
import org.orcacomet.service.CometService;
import org.orcacomet.service.Lifetimes;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.SteppingClock;
import org.orcacomet.store.MemoryScopeStore;

class SteadyClockTest {
    private static final Duration EXPIRE = Duration.ofMinutes(10);
    private static final Duration KEEP = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final ScopeKey KEY =
            ScopeKey.of(ContextId.parse("slice"), Family.parse("users"), EntryKey.parse("vm1"));

    private long passed;
    private final SteppingClock machine = new SteppingClock();
    private final SteadyClock clock = new SteadyClock(machine, () -> passed);
    private final MemoryScopeStore store = new MemoryScopeStore();
    private final ServiceSettings settings = ServiceSettings.defaults().with(new Lifetimes(EXPIRE, KEEP));
    private final TokenPair tokens = new TokenGenerator().pair();
    private final Comet comet =
            new CometService(store, () -> settings, clock).as(Caller.trusted(CallerIdentity.of("CN=orca", "print")));

    @Test
    void instant_isTheMachines() {
        assertThat(clock.instant()).isEqualTo(machine.instant());
        pass(EXPIRE);
        assertThat(clock.instant()).isEqualTo(machine.instant());
    }

    @Test
    void instant_goesOnWhenTheMachineIsSetBack() {
        Instant before = clock.instant();
        machine.advance(DAY.negated());
        pass(EXPIRE);
        assertThat(clock.instant()).isEqualTo(before.plus(EXPIRE));
    }

    @Test
    void instant_isTheMachinesAgainOnceThatHasComeUp() {
        clock.instant();
        machine.advance(DAY.negated());
        clock.instant();
        machine.advance(DAY.multipliedBy(2));
        assertThat(clock.instant()).isEqualTo(machine.instant());
    }

    @Test
    void read_findsWhatWasWrittenBeforeAndAfterTheMachineWasSetBackAndPutRight() throws Exception {
        write();
        machine.advance(DAY.negated());
        assertThat(read()).isEqualTo(State.PRESENT);
        write();
        machine.advance(DAY);
        pass(EXPIRE);
        assertThat(read()).isEqualTo(State.PRESENT);
    }

    @Test
    void read_agesAScopeThoughTheMachineIsSetBack() throws Exception {
        write();
        machine.advance(DAY.negated());
        pass(EXPIRE.multipliedBy(2));
        assertThat(read()).isEqualTo(State.ABSENT);
    }

    @Test
    void read_tellsOfADeletionThatWasMadeWhileTheMachineWasSetBack() throws Exception {
        write();
        machine.advance(DAY.negated());
        comet.delete(KEY, tokens, Precondition.none());
        machine.advance(DAY);
        assertThat(read()).isEqualTo(State.DELETED);
        pass(KEEP);
        assertThat(read()).isEqualTo(State.ABSENT);
    }

    @Test
    void sweep_forgetsNothingWhenTheMachineIsSetBackOverARestart() throws Exception {
        write();
        machine.advance(DAY.negated());
        SteadyClock restarted = new SteadyClock(machine, () -> passed);
        assertThat(new Ageing(store, () -> settings, restarted).sweep()).isZero();
        assertThat(new CometService(store, () -> settings, restarted)
                        .as(Caller.anonymous())
                        .read(KEY, tokens.read())
                        .state())
                .isEqualTo(State.PRESENT);
    }

    private void pass(Duration time) {
        passed += time.toNanos();
        machine.advance(time);
    }

    private void write() throws Exception {
        comet.write(ScopeWrite.of(KEY, tokens, ScopeValue.of("text")));
    }

    private State read() throws Exception {
        return comet.read(KEY, tokens.read()).state();
    }
}
