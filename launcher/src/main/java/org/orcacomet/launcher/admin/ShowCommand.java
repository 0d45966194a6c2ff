package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Table;
import org.orcacomet.launcher.service.ServiceClient;
import org.orcacomet.launcher.service.ServiceQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a context. */
@Command(
        name = "show",
        description = "Shows the scopes of a context: names, states, revisions, times and sizes, but no values.")
final class ShowCommand extends ServiceQuery {
    @Mixin
    private ContextParameter context;

    @Override
    protected JsonNode ask(ServiceClient client) throws LaunchException, InterruptedException {
        return context.look(client);
    }

    @Override
    protected void print(JsonNode found, PrintWriter out) {
        out.println("Revision " + found.path("revision").asText());
        Table table = new Table("FAMILY", "KEY", "STATE", "REVISION", "CHANGED", "BYTES");
        for (JsonNode scope : found.path("scopes")) {
            table.row(
                    scope.path("family").asText(),
                    scope.path("key").asText(),
                    scope.path("state").asText(),
                    scope.path("revision").asText(),
                    scope.path("changed").asText(),
                    scope.path("bytes").asText());
        }
        table.print(out);
    }
}
