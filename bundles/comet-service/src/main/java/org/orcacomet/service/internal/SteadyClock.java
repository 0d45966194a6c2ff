package org.orcacomet.service.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The machine's clock, but it never goes back: when that is set back, this one goes on as time passes, until the other
 * has come up with it. So what is written after a clock was set back, wrongly or for the hour of an operator's mistake,
 * is not taken for old when it is put right again.
 */
final class SteadyClock extends Clock {
    private final Clock machine;
    private final LongSupplier running;
    private final AtomicLong ahead = new AtomicLong(Long.MIN_VALUE);

    /** This clock, and a count of nanoseconds that goes on whatever is done to it. */
    SteadyClock(Clock machine, LongSupplier running) {
        this.machine = machine;
        this.running = running;
    }

    @Override
    public Instant instant() {
        long passed = running.getAsLong();
        long shown = nanos(machine.instant());
        return instant(passed + ahead.accumulateAndGet(shown - passed, Math::max));
    }

    @Override
    public ZoneId getZone() {
        return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SteadyClock(machine.withZone(zone), running);
    }

    private static long nanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }

    private static Instant instant(long nanos) {
        long second = TimeUnit.SECONDS.toNanos(1);
        return Instant.ofEpochSecond(Math.floorDiv(nanos, second), Math.floorMod(nanos, second));
    }
}
