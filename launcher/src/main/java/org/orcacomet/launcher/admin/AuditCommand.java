package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Output;
import org.orcacomet.launcher.output.Table;
import org.orcacomet.launcher.service.AdminCall;
import org.orcacomet.launcher.service.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows the last changes. */
@Command(
        name = "audit",
        description = {
            "Shows the last changes that this service was asked for, the latest first: when, by whom, what, and what came"
                    + " of it.",
            "Where there are several services each knows its own. comet admin audit verify FILE... checks the files."
        })
final class AuditCommand implements Callable<Integer> {
    private static final String[] COLUMNS = {
        "time", "subject", "call", "contextId", "family", "key", "revision", "outcome"
    };

    @Option(names = "--context", paramLabel = "ID", description = "Of this context alone.")
    private Optional<String> context = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "No more than this (default: 50).")
    private int limit;

    @Mixin
    private ServiceOptions service;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws LaunchException, InterruptedException {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit takes a number from 1");
        }
        AdminCall all = AdminCall.get("/admin/audit").with("limit", Integer.toString(limit));
        AdminCall call = context.isPresent() ? all.with("contextID", context.get()) : all;
        JsonNode changes = service.client().value(call);
        output.print(changes, out -> table(changes, out));
        return ExitStatus.DONE.code();
    }

    private static void table(JsonNode changes, PrintWriter out) {
        Table table = new Table("TIME", "SUBJECT", "CALL", "CONTEXT", "FAMILY", "KEY", "REVISION", "OUTCOME");
        for (JsonNode change : changes.path("changes")) {
            Object[] row = new Object[COLUMNS.length];
            for (int i = 0; i < COLUMNS.length; i++) {
                row[i] = change.path(COLUMNS[i]).asText("-");
            }
            table.row(row);
        }
        table.print(out);
    }
}
