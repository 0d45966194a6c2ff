package org.orcacomet.launcher.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Output;
import org.orcacomet.launcher.service.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Has a running service bring back a backup of its store. */
@Command(
        name = "restore",
        description = {
            "Has a running service bring back the backup NAME in place of all that is in its embedded store. What was"
                    + " written since the backup is gone; the service refuses calls for a moment.",
            "The whole backup is checked first. The former store is kept beside it until you remove it."
        })
public final class RestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The backup, as backup --list shows it.")
    private String name;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws LaunchException, InterruptedException {
        JsonNode restored = new BackupCalls(service.client()).restore(name);
        output.print(restored, out -> out.println(sentence(restored)));
        return ExitStatus.DONE.code();
    }

    private static String sentence(JsonNode restored) {
        return "Restored " + restored.path("name").asText() + ", made "
                + restored.path("created").asText() + ". The former store is kept in "
                + restored.path("former").asText() + " on the service's machine: remove it once you do not need it.";
    }
}
