package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Optional;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Json;
import org.orcacomet.launcher.output.Table;
import org.orcacomet.launcher.service.AdminCall;
import org.orcacomet.launcher.service.ServiceClient;
import org.orcacomet.launcher.service.ServiceQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists contexts. */
@Command(
        name = "list",
        description = "Lists the contexts, in the order of their names: how often each has changed, how many of its"
                + " scopes are there, null or deleted, which families it has, when it changed last.")
final class ListCommand extends ServiceQuery {
    private static final int PAGE = 1000;

    @Option(names = "--after", paramLabel = "CONTEXT", description = "Begins behind this one.")
    private Optional<String> after = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Lists no more than this (default: 1000).")
    private int limit;

    @Override
    protected void check() {
        require(limit > 0, "--limit takes a number from 1");
    }

    @Override
    protected JsonNode ask(ServiceClient client) throws LaunchException, InterruptedException {
        ObjectNode found = Json.object();
        ArrayNode contexts = found.putArray("contexts");
        Pages pages = new Pages(client, after);
        do {
            int some = Math.min(PAGE, limit - contexts.size());
            JsonNode page = pages.next(AdminCall.get("/admin/contexts").with("limit", Integer.toString(some)));
            page.path("contexts").forEach(contexts::add);
        } while (!pages.isOver() && contexts.size() < limit);
        pages.rest().ifPresent(last -> found.put("next", last));
        return found;
    }

    @Override
    protected void print(JsonNode found, PrintWriter out) {
        Table table = new Table("CONTEXT", "REVISION", "PRESENT", "NULL", "DELETED", "CHANGED", "FAMILIES");
        for (JsonNode context : found.path("contexts")) {
            table.row(
                    context.path("contextId").asText(),
                    context.path("revision").asText(),
                    context.path("present").asText(),
                    context.path("null").asText(),
                    context.path("deleted").asText(),
                    context.path("changed").asText("-"),
                    families(context.path("families")));
        }
        table.print(out);
        Optional.ofNullable(found.path("next").textValue())
                .ifPresent(last -> out.println("There are more: --after " + Table.visible(last)));
    }

    private static String families(JsonNode names) {
        StringBuilder text = new StringBuilder();
        names.forEach(name -> text.append(text.isEmpty() ? "" : " ").append(name.asText()));
        return text.isEmpty() ? "-" : text.toString();
    }
}
