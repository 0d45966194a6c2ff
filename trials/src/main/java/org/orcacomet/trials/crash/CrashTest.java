package org.orcacomet.trials.crash;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import org.orcacomet.trials.scan.SecretScan;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.TrialFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Kills the service while it is written to, again and again. Exit status 0: all that was acknowledged is there. */
@Command(
        name = "comet crash-test",
        description = "Kills the service at random moments, and looks whether all that it acknowledged is there.")
public final class CrashTest implements Callable<Integer> {
    private static final int REPORT_EVERY = 10;

    @Option(names = "--kills", defaultValue = "20", description = "How often it is killed (${DEFAULT-VALUE}).")
    private int kills;

    @Option(names = "--writers", defaultValue = "8", description = "How many write at a time (${DEFAULT-VALUE}).")
    private int writers;

    @Option(names = "--seed", description = "Repeats the choices of an earlier run; a new one if none is given.")
    private Long seed;

    @Option(names = "--server", hidden = true, required = true, description = "The folder of the distribution.")
    private Path server;

    @Option(names = "--work", hidden = true, required = true, description = "Where this run makes its folder.")
    private Path work;

    @Spec
    private CommandSpec spec;

    /** Tries, and ends the program with the exit status. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    /** The command, for this program and for tests. */
    public static CommandLine command() {
        return new CommandLine(new CrashTest())
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
    }

    private static int report(Exception failure, PrintWriter err) throws Exception {
        if (failure instanceof TrialFailure) {
            err.println("comet crash-test: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    @Override
    public Integer call() throws Exception {
        require(kills >= 0, "--kills takes a number from 0");
        require(writers >= 1 && writers <= 64, "--writers takes a number from 1 to 64");
        long chosen = seed == null ? new Random().nextInt(Integer.MAX_VALUE) : seed;
        Files.createDirectories(work);
        Path folder = Files.createTempDirectory(work.toRealPath(), "crash-");
        PrintWriter out = spec.commandLine().getOut();
        out.println("Seed " + chosen + ", folder " + folder);
        Tally tally = new Tally();
        kill(Launch.of(server.toRealPath(), folder.resolve("kills")), tally, new Random(chosen));
        scan(folder, tally);
        return tally.report(out) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void kill(Launch launch, Tally tally, Random random) throws Exception {
        Kills rounds = new Kills(launch, tally, random, writers);
        for (int i = 1; i <= kills; i++) {
            rounds.kill();
            if (i % REPORT_EVERY == 0) {
                spec.commandLine().getOut().println("  " + i + " of " + kills + " kills");
                spec.commandLine().getOut().flush();
            }
        }
        rounds.finish();
    }

    private static void scan(Path folder, Tally tally) throws Exception {
        SecretScan scan = new SecretScan().look(folder);
        scan.findings().forEach(tally::lost);
        tally.count("files looked through for secrets", scan.logs() + scan.stores());
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
