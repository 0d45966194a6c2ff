package org.orcacomet.launcher.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.service.ServiceClient;
import org.orcacomet.launcher.service.ServiceQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Has a running service bring back a backup of its store. */
@Command(
        name = "restore",
        description = {
            "Has a running service bring back the backup NAME in place of all that is in its embedded store. What was"
                    + " written since the backup is gone; the service refuses calls for a moment.",
            "The whole backup is checked first. The former store is kept beside it until you remove it."
        })
public final class RestoreCommand extends ServiceQuery {
    @Parameters(paramLabel = "NAME", description = "The backup, as backup --list shows it.")
    private String name;

    @Override
    protected JsonNode ask(ServiceClient client) throws LaunchException, InterruptedException {
        return new BackupCalls(client).restore(name);
    }

    @Override
    protected void print(JsonNode restored, PrintWriter out) {
        out.println("Restored " + restored.path("name").asText() + ", made "
                + restored.path("created").asText() + ". The former store is kept in "
                + restored.path("former").asText() + " on the service's machine: remove it once you do not need it.");
    }
}
