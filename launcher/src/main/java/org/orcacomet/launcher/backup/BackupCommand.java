package org.orcacomet.launcher.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Table;
import org.orcacomet.launcher.service.ServiceClient;
import org.orcacomet.launcher.service.ServiceQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Has a running service back up its store, or says which backups there are. */
@Command(
        name = "backup",
        description = {
            "Has a running service make a backup of its embedded store, as it is at one moment, in backup.folder of"
                    + " org.orcacomet.store.rocksdb on the service's machine. The service goes on meanwhile.",
            "restore brings it back."
        })
public final class BackupCommand extends ServiceQuery {
    @Option(names = "--list", description = "Makes none, and lists those that there are, the oldest first.")
    private boolean list;

    @Override
    protected JsonNode ask(ServiceClient client) throws LaunchException, InterruptedException {
        BackupCalls calls = new BackupCalls(client);
        return list ? calls.list() : calls.make();
    }

    @Override
    protected void print(JsonNode found, PrintWriter out) {
        if (list) {
            printAll(found.path("backups"), out);
        } else {
            out.println(sentence(found));
        }
    }

    private static String sentence(JsonNode made) {
        return "Made " + text(made, "name") + ": " + text(made, "files") + " files, " + text(made, "bytes") + " bytes.";
    }

    private static void printAll(JsonNode backups, PrintWriter out) {
        if (backups.isEmpty()) {
            out.println("There is no backup.");
            return;
        }
        Table table = new Table("NAME", "CREATED", "FILES", "BYTES");
        backups.forEach(backup ->
                table.row(text(backup, "name"), text(backup, "created"), text(backup, "files"), text(backup, "bytes")));
        table.print(out);
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asText();
    }
}
