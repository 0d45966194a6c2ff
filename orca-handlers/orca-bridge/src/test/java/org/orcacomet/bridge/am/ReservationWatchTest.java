package org.orcacomet.bridge.am;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import orca.shirako.api.IEvent;
import orca.shirako.container.EventManager;
import orca.shirako.kernel.ReservationStateTransitionEvent;
import orca.shirako.util.ReservationState;
import orca.util.ID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.bridge.CapturedLog;

class ReservationWatchTest {
    private static final int CAPACITY = 100;

    private final EndingQueue queue = new EndingQueue(CAPACITY, EndingNotes.none());
    private final EventManager events = new EventManager();
    private final Reservation reservation = new Reservation(Reservation.AUTHORITY, "slice", "one");

    @BeforeEach
    void subscribe() throws Exception {
        events.createPrivilegedSubscription(new ReservationWatch(queue), ReservationWatch::concerns);
    }

    private List<String> queued() throws InterruptedException {
        List<String> all = new ArrayList<>();
        for (Optional<Ending> next = queue.next(Duration.ZERO); next.isPresent(); next = queue.next(Duration.ZERO)) {
            all.add(next.get().toString());
            queue.done(next.get());
        }
        return all;
    }

    @ParameterizedTest(name = "[{0},{1}]")
    @CsvSource({"3, 8", "2, 8", "3, 10", "5, 1", "7, 1", "5, 8"})
    void state_thatEndsAReservation_isQueued(int state, int pending) throws InterruptedException {
        events.dispatchEvent(reservation.in(state, pending));
        assertThat(queued()).containsExactly("reservation one of slice slice");
    }

    @ParameterizedTest(name = "[{0},{1}]")
    @CsvSource({"1, 1", "2, 3", "2, 6", "2, 1", "3, 1", "3, 11", "3, 6", "3, 5", "4, 4", "6, 1"})
    void state_ofAReservationThatLives_isNot(int state, int pending) throws InterruptedException {
        events.dispatchEvent(reservation.in(state, pending));
        assertThat(queued()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {Reservation.SERVICE_MANAGER, Reservation.BROKER})
    void eventsOfOtherActors_doNotCount(int actorType) throws InterruptedException {
        Reservation same = new Reservation(actorType, "slice", "one");
        events.dispatchEvent(reservation.in(3, 1));
        events.dispatchEvent(same.closing());
        events.dispatchEvent(same.in(5, 1));
        events.dispatchEvent(same.purged());
        assertThat(queued()).isEmpty();
    }

    @Test
    void purge_isQueued_afterTheAuthorityIsKnown() throws InterruptedException {
        events.dispatchEvent(reservation.purged());
        assertThat(queued()).isEmpty();
        events.dispatchEvent(reservation.in(3, 1));
        events.dispatchEvent(reservation.purged());
        assertThat(queued()).hasSize(1);
    }

    @Test
    void sameState_isQueuedOnce_howeverOftenItComes() throws InterruptedException {
        events.dispatchEvent(reservation.closing());
        events.dispatchEvent(reservation.closing());
        assertThat(queued()).hasSize(1);
        events.dispatchEvent(reservation.closing());
        assertThat(queued()).isEmpty();
    }

    @Test
    void queue_isBounded_andCountsWhatItLoses() throws InterruptedException {
        for (int i = 0; i < CAPACITY + 7; i++) {
            events.dispatchEvent(new Reservation(Reservation.AUTHORITY, "slice", "r" + i).closing());
        }
        assertThat(queued()).hasSize(CAPACITY);
        assertThat(queue.lost()).isEqualTo(7);
        assertThat(queue.lost()).isZero();
    }

    @Test
    void otherEvents_arePassedOver() {
        IEvent other = new IEvent() {
            @Override
            public ID getActorID() {
                throw new IllegalStateException();
            }

            @Override
            public java.util.Properties getProperties() {
                throw new IllegalStateException();
            }
        };
        assertThat(ReservationWatch.concerns(other)).isFalse();
        assertThatCode(() -> new ReservationWatch(queue).handle(other)).doesNotThrowAnyException();
    }

    /** The stand-in's event manager lets an Error go on to the actor's thread, which dies of it. */
    @Test
    void error_inOurCode_neverLeavesTheHandler_andOthersHearTheEvent() throws Exception {
        AtomicInteger heard = new AtomicInteger();
        for (int i = 0; i < 20; i++) {
            events.createPrivilegedSubscription(event -> heard.incrementAndGet());
        }
        IEvent poisonous = new ReservationStateTransitionEvent(null, new ReservationState(3, 8)) {
            @Override
            public ID getActorID() {
                throw new NoClassDefFoundError("poison");
            }

            @Override
            public orca.shirako.api.IReservation getReservation() {
                throw new NoClassDefFoundError("poison");
            }
        };
        try (CapturedLog log = new CapturedLog()) {
            events.dispatchEvent(poisonous);
            assertThat(heard).hasValue(20);
            assertThat(log.lines())
                    .isEqualTo(Collections.singletonList("ERROR orca.comet.org.orcacomet.bridge.am.LastResort"
                            + " Orca-COMET: an event failed, ORCA goes on without: poison"));
        }
    }
}
