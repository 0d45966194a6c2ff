package org.orcacomet.trials.load;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** VMs that make their rounds, each one once in a period and evenly apart, until it is closed. */
final class Load implements AutoCloseable {
    private static final long END_SECONDS = 60;

    private final FreshConnections service;
    private final ScheduledExecutorService vms;
    private final long periodNanos;
    private final Latencies latencies = new Latencies();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong timeouts = new AtomicLong();
    private volatile boolean counts;

    Load(FreshConnections service, int threads, long periodNanos) {
        this.service = service;
        this.vms = Executors.newScheduledThreadPool(threads);
        this.periodNanos = periodNanos;
    }

    /** They begin. */
    void start(List<Vm> fleet) {
        for (int i = 0; i < fleet.size(); i++) {
            List<byte[]> requests = fleet.get(i).requests();
            vms.scheduleAtFixedRate(
                    () -> requests.forEach(this::call),
                    periodNanos * i / fleet.size(),
                    periodNanos,
                    TimeUnit.NANOSECONDS);
        }
    }

    /** From now on calls are counted, or no longer. */
    void count(boolean now) {
        counts = now;
    }

    private void call(byte[] request) {
        long begin = System.nanoTime();
        try {
            if (service.call(request) != 200) {
                counted(failures);
            }
        } catch (SocketTimeoutException e) {
            counted(timeouts);
        } catch (IOException e) {
            if (!vms.isShutdown()) {
                counted(failures);
            }
        }
        if (counts) {
            latencies.add(System.nanoTime() - begin);
        }
    }

    private void counted(AtomicLong counter) {
        if (counts) {
            counter.incrementAndGet();
        }
    }

    Latencies latencies() {
        return latencies;
    }

    long failures() {
        return failures.get();
    }

    long timeouts() {
        return timeouts.get();
    }

    /** Lets the calls that run end. */
    @Override
    public void close() {
        vms.shutdownNow();
        try {
            vms.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
