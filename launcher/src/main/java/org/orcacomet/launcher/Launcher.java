package org.orcacomet.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.orcacomet.launcher.admin.AdminCommand;
import org.orcacomet.launcher.backup.BackupCommand;
import org.orcacomet.launcher.backup.RestoreCommand;
import org.orcacomet.launcher.context.ContextCommand;
import org.orcacomet.launcher.oldtable.ImportOldTableCommand;
import org.orcacomet.launcher.scope.ScopeCommand;
import org.orcacomet.launcher.serve.ServeCommand;
import org.orcacomet.launcher.transfer.ExportCommand;
import org.orcacomet.launcher.transfer.ImportCommand;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The command line. It ends with an {@link ExitStatus}; a failure is one sentence on standard error. */
@Command(
        name = "comet",
        description = "COMET, a distributed metadata service.",
        subcommands = {
            ServeCommand.class,
            ScopeCommand.class,
            ContextCommand.class,
            AdminCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            ImportOldTableCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DevCertsCommand.class,
            AutoComplete.GenerateCompletion.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Launcher extends CommandGroup {
    @Option(
            names = "--home",
            hidden = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "The folder of the distribution, set by the start script.")
    private Path home = Path.of("");

    /** Runs the command, and ends the program with its exit status. */
    public static void main(String[] arguments) {
        // Values are UTF-8, whatever the machine's locale is.
        System.exit(commandLine()
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .execute(arguments));
    }

    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    /** The command line, to be given arguments. */
    public static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Launcher());
        describe(line.getCommandSpec());
        return line.setExpandAtFiles(false)
                .setParameterExceptionHandler(Failures::wrongArguments)
                .setExecutionExceptionHandler((failure, command, parsed) -> Failures.report(failure, command.getErr()));
    }

    /** What the help of each command has. */
    private static void describe(CommandSpec command) {
        command.mixinStandardHelpOptions(true).versionProvider(new LauncherVersion());
        command.usageMessage().exitCodeListHeading("%nExit status:%n").exitCodeList(ExitStatus.meanings());
        command.subcommands().values().forEach(below -> describe(below.getCommandSpec()));
    }

    /** The folder of the distribution. */
    public Path home() {
        return home;
    }
}
