package org.orcacomet.trials.crash;

import java.io.IOException;
import java.util.Random;
import org.orcacomet.trials.deployment.Deployment;
import org.orcacomet.trials.deployment.StoreFault;
import org.orcacomet.trials.service.Tally;

/**
 * What befalls a service while it is written to. A head that has its store to itself is killed. Where the store is apart:
 * heads are killed, stand still, or the store suffers; each once, and from then on as chance has it.
 */
final class Harms {
    private static final int LONGEST_FREEZE_MILLIS = 14_000;
    private static final int CHANCES = 8;

    private enum Harm {
        KILL,
        STORE,
        FREEZE
    }

    private final Deployment deployment;
    private final Random random;
    private final Tally tally;
    private int made;

    Harms(Deployment deployment, Random random, Tally tally) {
        this.deployment = deployment;
        this.random = random;
        this.tally = tally;
    }

    /** The next one, from its beginning to its end; whether the store suffered. */
    boolean next() throws IOException, InterruptedException {
        Harm harm = harm();
        made++;
        switch (harm) {
            case KILL -> kill();
            case FREEZE -> freeze();
            case STORE -> suffer();
        }
        return harm == Harm.STORE;
    }

    /** Whether none is left that was never done; a service alone is only killed. */
    boolean eachWasDone() {
        return !deployment.isStoreApart() || made >= Harm.values().length;
    }

    private Harm harm() {
        if (!deployment.isStoreApart()) {
            return Harm.KILL;
        }
        return made < Harm.values().length ? Harm.values()[made] : harm(random.nextInt(CHANCES));
    }

    private static Harm harm(int chance) {
        if (chance < 4) {
            return Harm.KILL;
        }
        return chance < 6 ? Harm.STORE : Harm.FREEZE;
    }

    /** One head, and each other one as a coin falls, but the first time. */
    private void kill() throws InterruptedException {
        int first = random.nextInt(deployment.size());
        for (int head = 0; head < deployment.size(); head++) {
            if (head == first || (made > Harm.values().length && random.nextBoolean())) {
                deployment.kill(head);
                tally.count("kills while it is written to");
            }
        }
    }

    private void freeze() throws IOException, InterruptedException {
        int head = random.nextInt(deployment.size());
        deployment.freeze(head);
        Thread.sleep(random.nextInt(LONGEST_FREEZE_MILLIS));
        deployment.thaw(head);
        tally.count("heads frozen");
    }

    private void suffer() throws IOException, InterruptedException {
        StoreFault fault = StoreFault.values()[made == 2 ? 0 : random.nextInt(StoreFault.values().length)];
        deployment.harm(fault);
        Thread.sleep(random.nextInt(fault.longestMillis()));
        deployment.mend(fault);
        tally.count(fault.counted());
    }
}
