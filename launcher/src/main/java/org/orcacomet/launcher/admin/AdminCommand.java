package org.orcacomet.launcher.admin;

import org.orcacomet.launcher.CommandGroup;
import picocli.CommandLine.Command;

/** The commands for administrators. */
@Command(
        name = "admin",
        description = "Looks into a running service, and forgets contexts. It takes a certificate of the service's"
                + " admin.subjects, and never shows a token or its hash.",
        subcommands = {
            ListCommand.class,
            ShowCommand.class,
            PurgeCommand.class,
            StatsCommand.class,
            VerifyCommand.class,
            AuditCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class AdminCommand extends CommandGroup {}
