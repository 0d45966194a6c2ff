package org.orcacomet.trials.history;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.orcacomet.trials.deployment.Deployment;
import org.orcacomet.trials.deployment.StoreFault;
import org.orcacomet.trials.service.Probe;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.TrialFailure;

/**
 * What is done to heads while they are called: killed, stopped for a while, cut off; and to their store, where it is
 * apart. Each kind once, and from then on as chance has it.
 */
final class Misfortunes {
    private static final int SHORT_PAUSE_MILLIS = 400;
    private static final int LONG_PAUSE_MILLIS = 16_000;
    private static final int CALLED_MILLIS = 500;

    private enum Fault {
        KILL,
        PAUSE,
        RESET,
        STORE
    }

    private final Deployment deployment;
    private final TriedHeads heads;
    private final Tally tally;
    private final Random random;
    private final List<Fault> kinds;
    private final Probe probe = new Probe();
    private int faults;

    Misfortunes(Deployment deployment, TriedHeads heads, Tally tally, Random random) {
        this.deployment = deployment;
        this.heads = heads;
        this.tally = tally;
        this.random = random;
        this.kinds = deployment.isStoreApart()
                ? List.of(Fault.KILL, Fault.STORE, Fault.PAUSE, Fault.RESET)
                : List.of(Fault.KILL, Fault.PAUSE, Fault.RESET);
    }

    /** How many kinds there are. */
    int kinds() {
        return kinds.size();
    }

    /** Whether each kind was done. */
    boolean eachWasMade() {
        return faults >= kinds.size();
    }

    /** The next one; returns when it is over. */
    void next() throws IOException, InterruptedException, TrialFailure {
        Fault fault = faults < kinds.size() ? kinds.get(faults) : fault();
        faults++;
        switch (fault) {
            case KILL -> restart();
            case PAUSE -> pause();
            case RESET -> reset();
            case STORE -> suffer();
        }
    }

    private Fault fault() {
        if (deployment.isStoreApart() && random.nextInt(16) == 0) {
            return Fault.STORE;
        }
        int chance = random.nextInt(8);
        return chance == 0 ? Fault.KILL : chance < 4 ? Fault.PAUSE : Fault.RESET;
    }

    private void reset() {
        tally.count("connections reset", heads.cut());
        tally.count("times that connections were reset");
    }

    /** Where other heads go on, one time of four for longer than a caller waits. */
    private void pause() throws IOException, InterruptedException {
        int head = random.nextInt(heads.size());
        boolean isLong = heads.size() > 1 && random.nextInt(4) == 0;
        deployment.freeze(head);
        try {
            Thread.sleep(random.nextInt(isLong ? LONG_PAUSE_MILLIS : SHORT_PAUSE_MILLIS));
            if (random.nextBoolean()) {
                reset();
            }
        } finally {
            deployment.thaw(head);
        }
        tally.count("pauses");
    }

    /** One head, or, one time of four, all. */
    private void restart() throws IOException, InterruptedException, TrialFailure {
        int first = random.nextInt(heads.size());
        boolean all = random.nextInt(4) == 0;
        for (int head = 0; head < heads.size(); head++) {
            if (all || head == first) {
                heads.turn(head, false);
                deployment.kill(head);
                heads.ends().ended(head, System.nanoTime());
                tally.count("kills");
            }
        }
        deployment.start();
        turnAll(true);
    }

    /** It is called for a moment more, so that calls are under way, and then not before it serves again. */
    private void suffer() throws IOException, InterruptedException {
        StoreFault fault = StoreFault.values()[faults <= kinds.size() ? 0 : random.nextInt(StoreFault.values().length)];
        deployment.harm(fault);
        Thread.sleep(random.nextInt(CALLED_MILLIS));
        turnAll(false);
        Thread.sleep(random.nextInt(fault.longestMillis()));
        deployment.mend(fault);
        probe.await(deployment, tally);
        turnAll(true);
        tally.count(fault.counted());
    }

    private void turnAll(boolean on) {
        for (int head = 0; head < heads.size(); head++) {
            heads.turn(head, on);
        }
    }
}
