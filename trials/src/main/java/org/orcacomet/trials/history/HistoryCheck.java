package org.orcacomet.trials.history;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import org.orcacomet.trials.scan.SecretScan;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.TrialRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Calls the service from several callers while it suffers faults. Exit status 0: what they saw is linearizable. */
@Command(
        name = "comet history-check",
        description = "Has several callers call few scopes, while the service is killed, paused and cut off, and checks"
                + " that what they saw can be told as one call after the other.")
public final class HistoryCheck implements Callable<Integer> {
    @Option(names = "--operations", defaultValue = "10000", description = "How many calls are made (${DEFAULT-VALUE}).")
    private long operations;

    @Mixin
    private TrialRun run;

    @Spec
    private CommandSpec spec;

    /** Checks, and ends the program with the exit status. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    /** The command, for this program and for tests. */
    public static CommandLine command() {
        return TrialRun.command(new HistoryCheck());
    }

    @Override
    public Integer call() throws Exception {
        if (operations < 1) {
            throw new ParameterException(spec.commandLine(), "--operations takes a number from 1");
        }
        PrintWriter out = spec.commandLine().getOut();
        Path folder = run.begin("history-", out);
        Tally tally = new Tally();
        new Run(folder, tally, new Random(run.seed()), operations).make(run.server());
        new SecretScan().look(folder).findings().forEach(tally::lost);
        return tally.report(out) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
