package org.orcacomet.trials.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalLong;

/** What the service answered. */
public record Answer(int status, JsonNode body) {
    private static final int OK = 200;
    private static final int PRECONDITION_FAILED = 412;
    private static final int SERVER_FAULTS = 500;

    /** The call was carried out. */
    public boolean isOk() {
        return status == OK;
    }

    /** The call's demand does not hold, so it was not carried out. */
    public boolean isConflict() {
        return status == PRECONDITION_FAILED;
    }

    /** Nobody knows whether the call was carried out. */
    public boolean isFault() {
        return status >= SERVER_FAULTS;
    }

    /** The revision that it tells. */
    public OptionalLong revision() {
        JsonNode revision = body.path("revision");
        return revision.isNumber() ? OptionalLong.of(revision.longValue()) : OptionalLong.empty();
    }

    /** What a read found: present, null, deleted, absent. */
    public String state() {
        return body.path("state").asText();
    }

    /** The value that a read found. */
    public Optional<String> text() {
        return Optional.ofNullable(body.path("value").path("value").textValue());
    }

    @Override
    public String toString() {
        return status + " " + body.path("message").asText();
    }
}
