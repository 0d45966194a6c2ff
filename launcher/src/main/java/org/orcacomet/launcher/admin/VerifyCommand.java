package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Json;
import org.orcacomet.launcher.output.Table;
import org.orcacomet.launcher.service.AdminCall;
import org.orcacomet.launcher.service.ServiceClient;
import org.orcacomet.launcher.service.ServiceQuery;
import picocli.CommandLine.Command;

/** Has the service read all that it has. */
@Command(
        name = "verify",
        description = {
            "Has the service read its whole store, and says what is wrong: records that cannot be read, or that cannot"
                    + " be.",
            "A fault is exit status 1. The service goes on meanwhile."
        })
final class VerifyCommand extends ServiceQuery {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String PAGE = "1000";

    @Override
    protected JsonNode ask(ServiceClient client) throws LaunchException, InterruptedException {
        long contexts = 0;
        long records = 0;
        ObjectNode all = Json.object();
        ArrayNode faults = all.putArray("faults");
        Pages pages = new Pages(client, Optional.empty());
        do {
            JsonNode page = pages.next(
                    AdminCall.get("/admin/verify").with("limit", PAGE).within(PATIENCE));
            contexts += page.path("contexts").asLong();
            records += page.path("records").asLong();
            page.path("faults").forEach(faults::add);
        } while (!pages.isOver());
        return all.put("contexts", contexts).put("records", records);
    }

    @Override
    protected void print(JsonNode found, PrintWriter out) {
        if (!found.path("faults").isEmpty()) {
            Table table = new Table("CONTEXT", "FAMILY", "KEY", "FAULT");
            found.path("faults")
                    .forEach(fault -> table.row(
                            fault.path("contextId").asText(),
                            fault.path("family").asText(),
                            fault.path("key").asText(),
                            fault.path("fault").asText()));
            table.print(out);
        }
        out.println("Read " + found.path("contexts").asText() + " contexts, "
                + found.path("records").asText() + " records, "
                + found.path("faults").size() + " faults.");
    }

    @Override
    protected void judge(JsonNode found) throws LaunchException {
        int faults = found.path("faults").size();
        if (faults > 0) {
            throw new LaunchException(faults + " faults: restore a backup, or purge the contexts that have them");
        }
    }
}
