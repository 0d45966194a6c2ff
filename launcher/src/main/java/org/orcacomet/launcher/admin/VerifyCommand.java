package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Json;
import org.orcacomet.launcher.output.Output;
import org.orcacomet.launcher.output.Table;
import org.orcacomet.launcher.service.AdminCall;
import org.orcacomet.launcher.service.ServiceClient;
import org.orcacomet.launcher.service.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has the service read all that it has. */
@Command(
        name = "verify",
        description = {
            "Has the service read its whole store, and says what is wrong: records that cannot be read, or that cannot"
                    + " be.",
            "A fault is exit status 1. The service goes on meanwhile."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String PAGE = "1000";

    @Mixin
    private ServiceOptions service;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws LaunchException, InterruptedException {
        ObjectNode found = verify(service.client());
        int faults = found.path("faults").size();
        output.print(found, out -> table(found, out));
        if (faults > 0) {
            throw new LaunchException(faults + " faults: restore a backup, or purge the contexts that have them");
        }
        return ExitStatus.DONE.code();
    }

    private static ObjectNode verify(ServiceClient client) throws LaunchException, InterruptedException {
        long contexts = 0;
        long records = 0;
        ObjectNode all = Json.object();
        ArrayNode faults = all.putArray("faults");
        Optional<String> next = Optional.empty();
        do {
            AdminCall call = AdminCall.get("/admin/verify").with("limit", PAGE).within(PATIENCE);
            JsonNode page = client.value(next.isPresent() ? call.with("after", next.get()) : call);
            contexts += page.path("contexts").asLong();
            records += page.path("records").asLong();
            page.path("faults").forEach(faults::add);
            next = Optional.ofNullable(page.path("next").textValue());
        } while (next.isPresent());
        return all.put("contexts", contexts).put("records", records);
    }

    private static void table(ObjectNode found, PrintWriter out) {
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
}
