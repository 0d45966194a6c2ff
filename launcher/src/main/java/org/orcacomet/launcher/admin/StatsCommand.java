package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Output;
import org.orcacomet.launcher.output.Table;
import org.orcacomet.launcher.service.AdminCall;
import org.orcacomet.launcher.service.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Counts. */
@Command(
        name = "stats",
        description =
                "Counts what the service has: contexts, scopes by state, bytes, scopes by family. It looks through"
                        + " all of it, which may take minutes.")
final class StatsCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @Mixin
    private ServiceOptions service;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws LaunchException, InterruptedException {
        JsonNode stats = service.client().value(AdminCall.get("/admin/stats").within(PATIENCE));
        output.print(stats, out -> table(stats, out));
        return ExitStatus.DONE.code();
    }

    private static void table(JsonNode stats, PrintWriter out) {
        Table table = new Table("WHAT", "COUNT");
        for (String what : new String[] {"contexts", "present", "null", "deleted", "bytes"}) {
            table.row(what, stats.path(what).asText());
        }
        stats.path("families")
                .fields()
                .forEachRemaining(family ->
                        table.row("family " + family.getKey(), family.getValue().asText()));
        table.print(out);
    }
}
