package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.service.ServiceClient;
import org.orcacomet.launcher.service.ServiceQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has the service forget a context. */
@Command(
        name = "purge",
        description =
                "Has the service forget all scopes of a context, values, tokens and tombstones. Nothing brings them"
                        + " back, so it asks first. The context's revision stays.")
final class PurgeCommand extends ServiceQuery {
    @Mixin
    private ContextParameter context;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Override
    protected JsonNode ask(ServiceClient client) throws LaunchException, InterruptedException {
        if (!yes) {
            agree(client);
        }
        return context.purge(client);
    }

    @Override
    protected void print(JsonNode purged, PrintWriter out) {
        out.println("Forgotten: " + purged.path("purged").asText() + " scopes of " + context.visible() + ".");
    }

    private void agree(ServiceClient client) throws LaunchException, InterruptedException {
        int scopes = context.look(client).path("scopes").size();
        require(Terminal.isThere(), "purge asks first, and there is no terminal: say --yes if you mean it");
        String question = "Forget all " + scopes + " scopes of " + context.visible() + " at " + client.address();
        if (!Terminal.agrees(question + "? [y/N] ")) {
            throw new LaunchException("nothing was purged");
        }
    }
}
