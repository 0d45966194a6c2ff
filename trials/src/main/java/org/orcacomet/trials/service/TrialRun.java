package org.orcacomet.trials.service;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands that start the service have: what they take, how they begin, speak and end. */
public final class TrialRun {
    @Option(names = "--server", hidden = true, required = true, description = "The folder of the distribution.")
    private Path server;

    @Option(names = "--work", hidden = true, required = true, description = "Where this run makes its folder.")
    private Path work;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** This command, which says in a sentence why a trial could not be made. */
    public static CommandLine command(Object program) {
        return new CommandLine(program)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command));
    }

    private static int report(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof TrialFailure || failure instanceof IOException) {
            String sentence = failure instanceof TrialFailure ? failure.getMessage() : failure.toString();
            command.getErr().println(command.getCommandName() + ": " + sentence);
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    /** The exit status of a program whose trial went so. */
    public static int status(boolean well) {
        return well ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** Refuses what the user said, unless this holds. */
    public void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    /** The distribution. */
    public Path server() throws IOException {
        return server.toRealPath();
    }

    /** Where runs make their folders. */
    public Path work() throws IOException {
        return Files.createDirectories(work).toRealPath();
    }

    /** A new folder for this run, which is told. */
    public Path begin(String prefix) throws IOException {
        Path folder = Files.createTempDirectory(work(), prefix);
        say("Folder " + folder);
        return folder;
    }

    /** Tells the user this line at once. */
    public void say(String line) {
        out().println(line);
        out().flush();
    }

    /** Where all that the user is told goes. */
    public PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
