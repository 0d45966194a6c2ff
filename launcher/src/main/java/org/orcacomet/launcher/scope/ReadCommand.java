package org.orcacomet.launcher.scope;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.Reading;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.client.CometClient;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Json;
import org.orcacomet.launcher.output.Output;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads a scope. */
@Command(
        name = "read",
        description = {
            "Prints a scope's value as it is, or null; with --json its state and revision too. It takes the read token"
                    + " and no certificate.",
            "A scope that is not there is exit status 4, and standard error says whether it was deleted."
        })
final class ReadCommand implements Callable<Integer> {
    @Mixin
    private NamedScopeOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws LaunchException, CometException {
        ScopeKey scope = options.scope();
        ReadToken token = options.readToken();
        Reading reading;
        try (CometClient client = options.openAnonymously()) {
            reading = client.comet().read(scope, token);
        }
        output.print(json(scope, reading), out -> {
            if (reading.scope().isPresent()) {
                out.println(reading.text().orElse("null"));
            }
        });
        if (reading.scope().isEmpty()) {
            throw new LaunchException(ExitStatus.NOT_THERE, sentence(reading.state()));
        }
        return ExitStatus.DONE.code();
    }

    private static ObjectNode json(ScopeKey scope, Reading reading) {
        ObjectNode node = Json.of(scope).put("state", reading.state().name().toLowerCase(Locale.ROOT));
        reading.scope().ifPresent(found -> {
            node.put("value", reading.text().orElse(null));
            Json.with(node, found.revision());
        });
        return node;
    }

    private static String sentence(Reading.State state) {
        return state == Reading.State.DELETED ? "the scope was deleted" : "there is no such scope";
    }
}
