package org.orcacomet.launcher.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.service.ServiceOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Has a running service back up its store, or says which backups there are. */
@Command(
        name = "backup",
        description = {
            "Has a running service make a backup of its embedded store, as it is at one moment, in backup.folder of"
                    + " org.orcacomet.store.rocksdb on the service's machine. The service goes on meanwhile.",
            "restore brings it back."
        })
public final class BackupCommand implements Callable<Integer> {
    private static final String ROW = "%-24s  %-20s  %6s  %15s%n";

    @Option(names = "--list", description = "Makes none, and lists those that there are, the oldest first.")
    private boolean list;

    @Option(names = "--json", description = "Prints what the service answers, for programs.")
    private boolean json;

    @Mixin
    private ServiceOptions service;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws LaunchException, InterruptedException {
        BackupCalls calls = new BackupCalls(service.client());
        PrintWriter out = spec.commandLine().getOut();
        JsonNode value = list ? calls.list() : calls.make();
        if (json) {
            out.println(value);
        } else if (list) {
            print(value.path("backups"), out);
        } else {
            out.println("Made " + text(value, "name") + ": " + text(value, "files") + " files, " + text(value, "bytes")
                    + " bytes.");
        }
        return CommandLine.ExitCode.OK;
    }

    private static void print(JsonNode backups, PrintWriter out) {
        if (backups.isEmpty()) {
            out.println("There is no backup.");
            return;
        }
        out.printf(ROW, "NAME", "CREATED", "FILES", "BYTES");
        backups.forEach(backup -> out.printf(
                ROW, text(backup, "name"), text(backup, "created"), text(backup, "files"), text(backup, "bytes")));
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asText();
    }
}
