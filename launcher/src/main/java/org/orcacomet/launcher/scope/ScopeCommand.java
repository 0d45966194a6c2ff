package org.orcacomet.launcher.scope;

import org.orcacomet.launcher.CommandGroup;
import picocli.CommandLine.Command;

/** The commands for scopes. */
@Command(
        name = "scope",
        description = "Writes, reads, lists and deletes scopes by hand, and makes tokens for them.",
        subcommands = {
            WriteCommand.class,
            ReadCommand.class,
            ListCommand.class,
            DeleteCommand.class,
            TokensCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class ScopeCommand extends CommandGroup {}
