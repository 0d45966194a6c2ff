package org.orcacomet.trials.service;

import java.util.Random;
import picocli.CommandLine.Option;

/** What a run's choices come from. */
public final class Seed {
    @Option(names = "--seed", description = "Repeats the choices of an earlier run; a new one if none is given.")
    private Long seed;

    /** The choices of the seed that was given, or of a new one, which is told. */
    public Random choices(TrialRun run) {
        long chosen = seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed;
        run.say("Seed " + chosen);
        return new Random(chosen);
    }
}
