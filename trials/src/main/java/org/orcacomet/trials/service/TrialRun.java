package org.orcacomet.trials.service;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What all commands that make runs take, and how a run begins. */
public final class TrialRun {
    @Option(names = "--seed", description = "Repeats the choices of an earlier run; a new one if none is given.")
    private Long seed;

    @Option(names = "--server", hidden = true, required = true, description = "The folder of the distribution.")
    private Path server;

    @Option(names = "--work", hidden = true, required = true, description = "Where this run makes its folder.")
    private Path work;

    /** This command, which says in a sentence why a trial could not be made. */
    public static CommandLine command(Object program) {
        return new CommandLine(program)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
    }

    private static int report(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof TrialFailure) {
            command.getErr().println(command.getCommandName() + ": " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    /** The seed that was given, or a new one from now on. */
    public long seed() {
        if (seed == null) {
            seed = (long) new Random().nextInt(Integer.MAX_VALUE);
        }
        return seed;
    }

    /** The distribution. */
    public Path server() throws IOException {
        return server.toRealPath();
    }

    /** A new folder for this run, which is told with the seed. */
    public Path begin(String prefix, PrintWriter out) throws IOException {
        Files.createDirectories(work);
        Path folder = Files.createTempDirectory(work.toRealPath(), prefix);
        out.println("Seed " + seed() + ", folder " + folder);
        out.flush();
        return folder;
    }
}
