package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists contexts. */
@Command(
        name = "list",
        description = "Lists the contexts, in the order of their names: how often each has changed, how many of its"
                + " scopes are there, null or deleted, which families it has, when it changed last.")
final class ListCommand implements Callable<Integer> {
    private static final int PAGE = 1000;

    @Option(names = "--after", paramLabel = "CONTEXT", description = "Begins behind this one.")
    private Optional<String> after = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Lists no more than this (default: 1000).")
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
        ObjectNode found = list(service.client());
        output.print(found, out -> table(found, out));
        return ExitStatus.DONE.code();
    }

    private ObjectNode list(ServiceClient client) throws LaunchException, InterruptedException {
        ObjectNode found = Json.object();
        ArrayNode contexts = found.putArray("contexts");
        Optional<String> next = after;
        do {
            AdminCall call = AdminCall.get("/admin/contexts")
                    .with("limit", Integer.toString(Math.min(PAGE, limit - contexts.size())));
            JsonNode page = client.value(next.isPresent() ? call.with("after", next.get()) : call);
            page.path("contexts").forEach(contexts::add);
            next = Optional.ofNullable(page.path("next").textValue());
        } while (next.isPresent() && contexts.size() < limit);
        next.ifPresent(last -> found.put("next", last));
        return found;
    }

    private static void table(ObjectNode found, PrintWriter out) {
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
