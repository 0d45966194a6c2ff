package org.orcacomet.trials.history;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import org.orcacomet.trials.scan.SecretScan;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.TrialFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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

    @Option(names = "--seed", description = "Repeats the choices of an earlier run; a new one if none is given.")
    private Long seed;

    @Option(names = "--server", hidden = true, required = true, description = "The folder of the distribution.")
    private Path server;

    @Option(names = "--work", hidden = true, required = true, description = "Where this run makes its folder.")
    private Path work;

    @Spec
    private CommandSpec spec;

    /** Checks, and ends the program with the exit status. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    /** The command, for this program and for tests. */
    public static CommandLine command() {
        return new CommandLine(new HistoryCheck())
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
    }

    private static int report(Exception failure, PrintWriter err) throws Exception {
        if (failure instanceof TrialFailure) {
            err.println("comet history-check: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    @Override
    public Integer call() throws Exception {
        if (operations < 1) {
            throw new ParameterException(spec.commandLine(), "--operations takes a number from 1");
        }
        long chosen = seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed;
        Files.createDirectories(work);
        Path folder = Files.createTempDirectory(work.toRealPath(), "history-");
        PrintWriter out = spec.commandLine().getOut();
        out.println("Seed " + chosen + ", folder " + folder);
        out.flush();
        Tally tally = new Tally();
        new Run(folder, tally, new Random(chosen), operations).make(server.toRealPath());
        new SecretScan().look(folder).findings().forEach(tally::lost);
        return tally.report(out) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
