package org.orcacomet.store.accumulo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.orcacomet.store.StoreUnavailable;
import org.orcacomet.store.accumulo.AccumuloSettings;

class CallsTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final Calls calls = new Calls(new AccumuloSettings.Calls(LONG, 1), new Watch("test"));

    @AfterEach
    void close() {
        stuck.countDown();
        calls.close();
    }

    /** A call that heeds no interrupt, as some of Accumulo's client. */
    private Object hang() {
        begun.countDown();
        boolean over = false;
        while (!over) {
            try {
                stuck.await();
                over = true;
            } catch (InterruptedException e) {
                over = false;
            }
        }
        return "late";
    }

    private void letOneHang() {
        assertThat(givenUp(deadline -> hang())).hasMessage("Accumulo did not answer in time");
    }

    /** A call that was begun, and is given up; one whose time is over before its thread has begun is none. */
    private StoreUnavailable givenUp(Calls.Call<Object> call) {
        StoreUnavailable failure;
        do {
            failure = catchThrowableOfType(StoreUnavailable.class, () -> calls.make(Deadline.in(SHORT), call));
        } while (begun.getCount() > 0);
        return failure;
    }

    @Test
    void call_returnsWhatItReturns() throws Exception {
        assertThat(calls.<String>make(deadline -> "text")).isEqualTo("text");
    }

    @Test
    void call_isRefusedAtOnceWhileAllHang() {
        letOneHang();
        assertThatThrownBy(() -> calls.make(deadline -> "text"))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("all calls wait for it");
    }

    @Test
    void call_isMadeAgainWhenWhatHungHasEnded() {
        letOneHang();
        stuck.countDown();
        await().ignoreExceptions().until(() -> calls.make(deadline -> true));
    }

    @Test
    void call_isInterruptedWhenItIsGivenUp() {
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThat(givenUp(deadline -> waitForInterrupt(interrupted))).isNotNull();
        await().until(() -> interrupted.getCount() == 0);
    }

    @Test
    void call_thatTheCloseEndsIsNoFaultOfAccumulos() {
        assertThatThrownBy(() -> calls.make(deadline -> failClosed()))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("the store is closed");
    }

    private boolean failClosed() throws StoreUnavailable {
        calls.close();
        throw new StoreUnavailable("Accumulo does not answer");
    }

    private boolean waitForInterrupt(CountDownLatch interrupted) {
        begun.countDown();
        try {
            stuck.await();
            return false;
        } catch (InterruptedException e) {
            interrupted.countDown();
            return true;
        }
    }

    @Test
    void call_passesOnWhyItFailed() {
        assertThatThrownBy(() -> calls.make(deadline -> {
                    throw new StoreUnavailable("the reason");
                }))
                .hasMessage("the reason");
        assertThatThrownBy(() -> calls.make(deadline -> {
                    throw new IllegalStateException("a text of Accumulo's");
                }))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("Accumulo does not answer");
    }

    @Test
    void call_isRefusedWhenTheStoreIsClosed() {
        calls.close();
        assertThatThrownBy(() -> calls.make(deadline -> "text")).hasMessage("the store is closed");
    }
}
