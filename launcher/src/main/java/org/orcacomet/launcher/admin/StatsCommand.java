package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Table;
import org.orcacomet.launcher.service.AdminCall;
import org.orcacomet.launcher.service.ServiceClient;
import org.orcacomet.launcher.service.ServiceQuery;
import picocli.CommandLine.Command;

/** Counts. */
@Command(
        name = "stats",
        description =
                "Counts what the service has: contexts, scopes by state, bytes, scopes by family. It looks through"
                        + " all of it, which may take minutes.")
final class StatsCommand extends ServiceQuery {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Override
    protected JsonNode ask(ServiceClient client) throws LaunchException, InterruptedException {
        return client.value(AdminCall.get("/admin/stats").within(PATIENCE));
    }

    @Override
    protected void print(JsonNode stats, PrintWriter out) {
        Table table = new Table("WHAT", "COUNT");
        for (String what : new String[] {"contexts", "present", "null", "deleted", "bytes"}) {
            table.row(what, stats.path(what).asText());
        }
        stats.path("families")
                .fields()
                .forEachRemaining(family ->
                        table.row("family " + family.getKey(), family.getValue().asText()));
        table.print(out);
    }
}
