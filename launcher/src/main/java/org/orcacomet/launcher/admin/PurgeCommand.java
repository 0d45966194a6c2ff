package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Output;
import org.orcacomet.launcher.output.Table;
import org.orcacomet.launcher.service.ServiceClient;
import org.orcacomet.launcher.service.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Has the service forget a context. */
@Command(
        name = "purge",
        description =
                "Has the service forget all scopes of a context, values, tokens and tombstones. Nothing brings them"
                        + " back, so it asks first. The context's revision stays.")
final class PurgeCommand implements Callable<Integer> {
    @Mixin
    private ContextParameter context;

    @Option(names = "--yes", description = "Does not ask.")
    private boolean yes;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws LaunchException, InterruptedException {
        ServiceClient client = service.client();
        if (!yes) {
            ask(context.look(client).path("scopes").size());
        }
        JsonNode purged = context.purge(client);
        output.print(
                purged,
                out -> out.println("Forgotten: " + purged.path("purged").asText() + " scopes of "
                        + Table.visible(context.id().toString()) + "."));
        return ExitStatus.DONE.code();
    }

    private void ask(int scopes) throws LaunchException {
        String question = "Forget all " + scopes + " scopes of "
                + Table.visible(context.id().toString()) + " at " + service.address() + "? [y/N] ";
        if (!Terminal.isThere()) {
            throw new ParameterException(
                    spec.commandLine(), "purge asks first, and there is no terminal: say --yes if you mean it");
        }
        if (!Terminal.agrees(question)) {
            throw new LaunchException("nothing was purged");
        }
    }
}
