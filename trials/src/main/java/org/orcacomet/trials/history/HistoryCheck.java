package org.orcacomet.trials.history;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.orcacomet.trials.deployment.Deployment;
import org.orcacomet.trials.deployment.Setup;
import org.orcacomet.trials.scan.SecretScan;
import org.orcacomet.trials.service.Seed;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.TrialRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Calls the service from several callers while it suffers faults. Exit status 0: what they saw is linearizable. */
@Command(
        name = "comet history-check",
        description = "Has several callers call few scopes, while the service is killed, paused and cut off, and checks"
                + " that what they saw can be told as one call after the other.")
public final class HistoryCheck implements Callable<Integer> {
    @Option(names = "--operations", defaultValue = "10000", description = "How many calls are made (${DEFAULT-VALUE}).")
    private long operations;

    @Mixin
    private Seed seed;

    @Mixin
    private final Setup setup;

    @Mixin
    private TrialRun run;

    private HistoryCheck(Setup setup) {
        this.setup = setup;
    }

    /** Checks, and ends the program with the exit status. */
    public static void main(String[] arguments) {
        System.exit(command(Setup.fresh()).execute(arguments));
    }

    /** The command, for this program and for tests. */
    static CommandLine command(Setup setup) {
        return TrialRun.command(new HistoryCheck(setup));
    }

    @Override
    public Integer call() throws Exception {
        run.require(operations >= 1, "--operations takes a number from 1");
        setup.check(run);
        Path folder = run.begin("history-");
        Tally tally = new Tally();
        try (setup;
                Deployment deployment = setup.deploy(run.server(), folder.resolve("service"))) {
            deployment.start();
            new Run(folder, tally, seed.choices(run), operations).make(deployment);
        }
        new SecretScan().look(folder).findings().forEach(tally::lost);
        return TrialRun.status(tally.report(run.out()));
    }
}
