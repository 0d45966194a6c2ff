package org.orcacomet.launcher.context;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometException;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Scope;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.client.CometClient;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Json;
import org.orcacomet.launcher.output.Output;
import org.orcacomet.launcher.service.CometOptions;
import org.orcacomet.launcher.service.TlsFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a slice away. */
@Command(
        name = "delete",
        description = {
            "Deletes all scopes of a slice that context create --out has made in DIR, and those that were written with"
                    + " its NAME.unit.json files. It takes a certificate that the service trusts.",
            "It can be repeated. DIR stays: its tokens open nothing any more."
        })
final class DeleteCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder of context create --out.")
    private Path folder;

    @Mixin
    private CometOptions options;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws LaunchException, CometException {
        SliceFolder files = new SliceFolder(folder);
        List<OwnedEntries> owned = OwnedEntries.of(files);
        List<ScopeKey> deleted = new ArrayList<>();
        try (CometClient client = options.open(TlsFiles.none())) {
            for (OwnedEntries entries : owned) {
                delete(entries, client.comet(), deleted);
            }
        }
        output.print(json(deleted), out -> out.println("Deleted " + deleted.size() + " scopes."));
        return ExitStatus.DONE.code();
    }

    /** What these tokens read of this key, they may delete. */
    private static void delete(OwnedEntries entries, Comet comet, List<ScopeKey> deleted) throws CometException {
        List<Scope> scopes =
                comet.enumerate(entries.context(), entries.tokens().read()).scopes();
        for (Scope scope : scopes) {
            if (scope.key().key().equals(entries.key())) {
                comet.delete(scope.key(), entries.tokens(), Precondition.none());
                deleted.add(scope.key());
            }
        }
    }

    private static ObjectNode json(List<ScopeKey> deleted) {
        ObjectNode node = Json.object();
        ArrayNode scopes = node.putArray("deleted");
        deleted.forEach(key -> scopes.add(Json.of(key)));
        return node;
    }
}
