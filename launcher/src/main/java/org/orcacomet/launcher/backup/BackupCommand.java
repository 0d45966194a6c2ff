package org.orcacomet.launcher.backup;

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
import picocli.CommandLine.Option;

/** Has a running service back up its store, or says which backups there are. */
@Command(
        name = "backup",
        description = {
            "Has a running service make a backup of its embedded store, as it is at one moment, in backup.folder of"
                    + " org.orcacomet.store.rocksdb on the service's machine. The service goes on meanwhile.",
            "restore brings it back."
        })
public final class BackupCommand implements Callable<Integer> {
    @Option(names = "--list", description = "Makes none, and lists those that there are, the oldest first.")
    private boolean list;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws LaunchException, InterruptedException {
        BackupCalls calls = new BackupCalls(service.client());
        if (list) {
            JsonNode backups = calls.list();
            output.print(backups, out -> print(backups.path("backups"), out));
        } else {
            JsonNode made = calls.make();
            output.print(made, out -> out.println(sentence(made)));
        }
        return ExitStatus.DONE.code();
    }

    private static String sentence(JsonNode made) {
        return "Made " + text(made, "name") + ": " + text(made, "files") + " files, " + text(made, "bytes") + " bytes.";
    }

    private static void print(JsonNode backups, PrintWriter out) {
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
