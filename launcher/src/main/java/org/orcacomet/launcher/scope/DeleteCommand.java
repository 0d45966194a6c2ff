package org.orcacomet.launcher.scope;

import java.util.concurrent.Callable;
import org.orcacomet.api.CometException;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenPair;
import org.orcacomet.client.CometClient;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Json;
import org.orcacomet.launcher.output.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Deletes a scope. */
@Command(
        name = "delete",
        description =
                "Deletes a scope. It takes both tokens and a certificate that the service trusts. Deleting what is"
                        + " not there is no failure.")
final class DeleteCommand implements Callable<Integer> {
    @Mixin
    private ChangeOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws LaunchException, CometException {
        ScopeKey scope = options.scope();
        TokenPair tokens = options.tokens();
        Precondition precondition = options.precondition();
        try (CometClient client = options.open()) {
            client.comet().delete(scope, tokens, precondition);
        }
        output.print(Json.of(scope), out -> out.println("Deleted, or it was not there."));
        return ExitStatus.DONE.code();
    }
}
