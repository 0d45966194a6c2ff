package org.orcacomet.trials.history;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.TrialFailure;

/** The service and what is done to it: killed, stopped for a while, cut off. Callers reach it at one address throughout. */
final class TriedService implements AutoCloseable {
    private static final int LONGEST_PAUSE_MILLIS = 400;
    private static final int KINDS = 8;

    private enum Fault {
        KILL,
        PAUSE,
        RESET
    }

    private final Launch launch;
    private final Tally tally;
    private final Random random;
    private final CuttingProxy proxy;
    private final List<Long> ends = new ArrayList<>();
    private volatile ServiceProcess process;
    private boolean up = true;
    private int faults;

    TriedService(Launch launch, Tally tally, Random random) throws IOException, TrialFailure {
        this.launch = launch;
        this.tally = tally;
        this.random = random;
        this.process = launch.start();
        this.proxy = CuttingProxy.open(() -> process.address());
    }

    URI address() {
        return proxy.address();
    }

    Path tls() {
        return process.tls();
    }

    /** Returns when the service is up, so that calls that nobody can answer are not made. */
    synchronized void awaitUp() throws InterruptedException {
        while (!up) {
            wait();
        }
    }

    /** One fault: each kind once, and from then on as chance has it. */
    void suffer() throws IOException, InterruptedException, TrialFailure {
        Fault fault = faults < Fault.values().length ? Fault.values()[faults] : fault(random.nextInt(KINDS));
        faults++;
        switch (fault) {
            case KILL -> restart();
            case PAUSE -> pause();
            case RESET -> reset();
        }
    }

    private static Fault fault(int chance) {
        if (chance == 0) {
            return Fault.KILL;
        }
        return chance < 4 ? Fault.PAUSE : Fault.RESET;
    }

    private void reset() {
        tally.count("connections reset", proxy.cut());
        tally.count("times that connections were reset");
    }

    private void pause() throws IOException, InterruptedException {
        process.pause();
        try {
            Thread.sleep(random.nextInt(LONGEST_PAUSE_MILLIS));
            if (random.nextBoolean()) {
                reset();
            }
        } finally {
            process.resume();
        }
        tally.count("pauses");
    }

    private void restart() throws IOException, InterruptedException, TrialFailure {
        turn(false);
        process.kill();
        ended(System.nanoTime());
        process = launch.start();
        tally.count("kills");
        turn(true);
    }

    private synchronized void turn(boolean on) {
        up = on;
        notifyAll();
    }

    private synchronized void ended(long at) {
        ends.add(at);
    }

    /** When the process ended that a call at this moment can have reached; never, if it runs on. */
    synchronized long endAfter(long moment) {
        return ends.stream()
                .filter(end -> end > moment)
                .mapToLong(Long::longValue)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** Stops it as an operator does. */
    void stop() throws InterruptedException, TrialFailure {
        int status = process.stop();
        tally.expect(status == 0, "the service stopped with status " + status);
    }

    @Override
    public void close() throws IOException {
        proxy.close();
        process.close();
    }
}
