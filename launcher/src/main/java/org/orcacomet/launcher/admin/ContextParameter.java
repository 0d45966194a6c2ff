package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import org.orcacomet.api.ContextId;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.output.Table;
import org.orcacomet.launcher.service.AdminCall;
import org.orcacomet.launcher.service.ServiceClient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The context that a command is about. */
final class ContextParameter {
    private static final String PATH = "/admin/context";
    private static final String WHAT = "context of this id";
    /** A call that every service of this version knows. */
    static final AdminCall KNOWN = AdminCall.get("/admin/contexts").with("limit", "1");

    @Parameters(paramLabel = "CONTEXT", description = "The context's id.")
    private String text;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    ContextId id() {
        try {
            return ContextId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), "CONTEXT: " + e.getMessage(), e);
        }
    }

    /** Its id, for a terminal. */
    String visible() {
        return Table.visible(text);
    }

    /** What the service has of it. */
    JsonNode look(ServiceClient client) throws LaunchException, InterruptedException {
        return client.valueOf(AdminCall.get(PATH).with("contextID", id().toString()), WHAT, KNOWN);
    }

    /** Has the service forget it. */
    JsonNode purge(ServiceClient client) throws LaunchException, InterruptedException {
        return client.valueOf(AdminCall.delete(PATH).with("contextID", id().toString()), WHAT, KNOWN);
    }
}
