package org.orcacomet.launcher;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.orcacomet.launcher.backup.BackupCommand;
import org.orcacomet.launcher.backup.RestoreCommand;
import org.orcacomet.launcher.oldtable.ImportOldTableCommand;
import org.orcacomet.launcher.serve.ServeCommand;
import org.orcacomet.launcher.transfer.ExportCommand;
import org.orcacomet.launcher.transfer.ImportCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line. It ends with an {@link ExitStatus}; a failure is one sentence on standard error. */
@Command(
        name = "comet",
        description = "COMET, a distributed metadata service.",
        subcommands = {
            ServeCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            ImportOldTableCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DevCertsCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Launcher implements Callable<Integer> {
    @Option(
            names = "--home",
            hidden = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "The folder of the distribution, set by the start script.")
    private Path home = Path.of("");

    @Spec
    private CommandSpec spec;

    /** Runs the command, and ends the program with its exit status. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, to be given arguments. */
    public static CommandLine commandLine() {
        return new CommandLine(new Launcher())
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
    }

    private static int report(Exception failure, PrintWriter err) throws Exception {
        if (!(failure instanceof LaunchException launch)) {
            throw failure;
        }
        err.println("comet: " + launch.getMessage());
        return launch.status().code();
    }

    /** The folder of the distribution. */
    public Path home() {
        return home;
    }

    /** No command: the help, on standard error, as it was a mistake. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return CommandLine.ExitCode.USAGE;
    }
}
