package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Optional;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Table;
import org.orcacomet.launcher.service.AdminCall;
import org.orcacomet.launcher.service.ServiceClient;
import org.orcacomet.launcher.service.ServiceQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the last changes. */
@Command(
        name = "audit",
        subcommands = AuditVerifyCommand.class,
        description = {
            "Shows the last changes that this service was asked for, the latest first: when, by whom, what, and what came"
                    + " of it.",
            "Where there are several services each knows its own. comet admin audit verify FILE... checks the files."
        })
final class AuditCommand extends ServiceQuery {
    @Option(names = "--context", paramLabel = "ID", description = "Of this context alone.")
    private Optional<String> context = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "No more than this (default: 50).")
    private int limit;

    @Override
    protected void check() {
        require(limit > 0, "--limit takes a number from 1");
    }

    @Override
    protected JsonNode ask(ServiceClient client) throws LaunchException, InterruptedException {
        AdminCall all = AdminCall.get("/admin/audit").with("limit", Integer.toString(limit));
        return client.valueOf(
                context.isPresent() ? all.with("contextID", context.get()) : all, "audit", ContextParameter.KNOWN);
    }

    @Override
    protected void print(JsonNode changes, PrintWriter out) {
        Table table = new Table("TIME", "SUBJECT", "CALL", "CONTEXT", "FAMILY", "KEY", "REVISION", "OUTCOME");
        for (JsonNode change : changes.path("changes")) {
            table.row(
                    text(change, "time"),
                    subject(change),
                    call(change),
                    text(change, "contextId"),
                    text(change, "family"),
                    text(change, "key"),
                    text(change, "revision"),
                    text(change, "outcome"));
        }
        table.print(out);
    }

    private static String text(JsonNode change, String member) {
        String text = change.path(member).asText("");
        return text.isEmpty() ? "-" : text;
    }

    /** Who it was. A certificate that is not trusted may say anything: the handshake takes any. */
    private static String subject(JsonNode change) {
        String subject = text(change, "subject");
        boolean proven = change.path("standing").asText("").equals("trusted");
        return proven || subject.equals("-") ? subject : subject + " (says so, is not trusted)";
    }

    /** Which call it was, and of a line for many how many they were. */
    private static String call(JsonNode change) {
        String call = text(change, "call");
        return change.has("count") ? call + " (" + change.path("count").asText() + ")" : call;
    }
}
