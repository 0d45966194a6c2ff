package org.orcacomet.launcher.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.service.AdminCall;
import org.orcacomet.launcher.service.ServiceClient;

/** A listing that comes in pages, each of which says behind which name the next begins. */
final class Pages {
    private final ServiceClient client;
    private Optional<String> after;
    private boolean isOver;

    /** The pages behind this name. */
    Pages(ServiceClient client, Optional<String> after) {
        this.client = client;
        this.after = after;
    }

    /** Whether there are no more. */
    boolean isOver() {
        return isOver;
    }

    /**
     * The next page.
     *
     * @throws LaunchException if the service gives none, or would go on for ever
     */
    JsonNode next(AdminCall call) throws LaunchException, InterruptedException {
        JsonNode page = client.value(after.isPresent() ? call.with("after", after.get()) : call);
        Optional<String> next = Optional.ofNullable(page.path("next").textValue());
        if (next.isPresent() && next.equals(after)) {
            throw new LaunchException("the service at " + client.address() + " repeats itself: see its log");
        }
        isOver = next.isEmpty();
        after = next;
        return page;
    }

    /** Behind which name it goes on, if it does. */
    Optional<String> rest() {
        return after;
    }
}
