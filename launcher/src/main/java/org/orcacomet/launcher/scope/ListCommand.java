package org.orcacomet.launcher.scope;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Enumeration;
import org.orcacomet.api.Family;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.Scope;
import org.orcacomet.client.CometClient;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Json;
import org.orcacomet.launcher.output.Output;
import org.orcacomet.launcher.output.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the scopes of a context that a token reads. */
@Command(
        name = "list",
        description = {
            "Lists the scopes of a context, or of one of its families, that the read token reads, but for those with a"
                    + " null value. It takes no certificate.",
            "The table shows the beginning of each value; --json has all of it."
        })
final class ListCommand implements Callable<Integer> {
    private static final int SHOWN = 80;

    @Mixin
    private ScopeOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws LaunchException, CometException {
        ContextId context = options.context();
        Optional<Family> family = options.someFamily();
        ReadToken token = options.readToken();
        try (CometClient client = options.openAnonymously()) {
            Comet comet = client.comet();
            Enumeration found = family.isPresent()
                    ? comet.enumerate(context, family.get(), token)
                    : comet.enumerate(context, token);
            output.print(json(context, found), out -> table(found, out));
        }
        return ExitStatus.DONE.code();
    }

    private static ObjectNode json(ContextId context, Enumeration found) {
        ObjectNode node = Json.with(Json.object().put("contextId", context.toString()), found.revision());
        ArrayNode entries = node.putArray("entries");
        found.scopes().forEach(scope -> entry(entries.addObject(), scope));
        return node;
    }

    private static void entry(ObjectNode node, Scope scope) {
        node.put("family", scope.key().family().toString());
        node.put("key", scope.key().key().toString());
        node.put("value", scope.value().text().orElse(null));
        Json.with(node, scope.revision());
    }

    private static void table(Enumeration found, PrintWriter out) {
        Table table = new Table("FAMILY", "KEY", "REVISION", "VALUE");
        for (Scope scope : found.scopes()) {
            table.row(
                    scope.key().family(),
                    scope.key().key(),
                    scope.revision().map(Object::toString).orElse("-"),
                    beginning(scope.value().text().orElse("null")));
        }
        table.print(out);
    }

    private static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "...";
    }
}
