package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Output;
import org.orcacomet.launcher.output.Table;
import org.orcacomet.launcher.service.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows a context. */
@Command(
        name = "show",
        description = "Shows the scopes of a context: names, states, revisions, times and sizes, but no values.")
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private ContextParameter context;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws LaunchException, InterruptedException {
        JsonNode found = context.look(service.client());
        output.print(found, out -> table(found, out));
        return ExitStatus.DONE.code();
    }

    private static void table(JsonNode found, PrintWriter out) {
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
