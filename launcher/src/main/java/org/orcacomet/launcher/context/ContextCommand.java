package org.orcacomet.launcher.context;

import org.orcacomet.launcher.CommandGroup;
import picocli.CommandLine.Command;

/** The commands for whole contexts. */
@Command(
        name = "context",
        description = "Makes all that the VMs of a slice need in COMET, and takes it away again.",
        subcommands = {CreateCommand.class, DeleteCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class ContextCommand extends CommandGroup {}
