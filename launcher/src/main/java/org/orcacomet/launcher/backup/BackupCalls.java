package org.orcacomet.launcher.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.service.AdminCall;
import org.orcacomet.launcher.service.ServiceClient;

/** What a service answers about its backups. */
final class BackupCalls {
    /** All of a store is read, and perhaps written, before the answer comes. */
    private static final Duration PATIENCE = Duration.ofHours(12);

    private static final AdminCall LIST = AdminCall.get("/admin/backups");

    private final ServiceClient client;

    BackupCalls(ServiceClient client) {
        this.client = client;
    }

    JsonNode make() throws LaunchException, InterruptedException {
        return client.value(AdminCall.post("/admin/backup").within(PATIENCE));
    }

    JsonNode list() throws LaunchException, InterruptedException {
        return client.value(LIST);
    }

    JsonNode restore(String name) throws LaunchException, InterruptedException {
        AdminCall call = AdminCall.post("/admin/restore").with("backup", name).within(PATIENCE);
        return client.valueOf(call, "backup of this name", LIST);
    }
}
