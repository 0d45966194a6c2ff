package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A VM with the guest tools of today, in what they do with a slice: they take {@code json.loads(value)["val_"]} for JSON
 * once more, and know nothing but their user data. No class of ours helps.
 */
final class GuestVm {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> global = new HashMap<>();
    private final Caller caller;

    /** Boots with this user data. */
    GuestVm(Path userData, Caller caller) throws IOException {
        this.caller = caller;
        Files.readString(userData)
                .lines()
                .filter(line -> !line.startsWith("[") && !line.startsWith(";"))
                .forEach(line -> global.put(line.split("=", 2)[0], line.split("=", 2)[1]));
    }

    private Map<String, String> scope(String family, boolean withKey) {
        Map<String, String> scope = new HashMap<>(Map.of(
                "contextID", global.get("slice_id"),
                "family", family,
                "readToken", global.get("slicecometreadtoken")));
        if (withKey) {
            scope.put("Key", global.get("reservation_id"));
        }
        return scope;
    }

    /** Fills in this member of its own entry of this family. */
    void report(String family, String member, String text) throws Exception {
        Map<String, String> scope = scope(family, true);
        JsonNode entries = entries(JSON.readTree(caller.read(scope).body()).path("value"));
        Map<String, String> entry = JSON.convertValue(
                entries.get(0), JSON.getTypeFactory().constructMapType(TreeMap.class, String.class, String.class));
        entry.put(member, text);
        scope.put("writeToken", global.get("slicecometwritetoken"));
        String array = JSON.writeValueAsString(new Object[] {entry});
        String body = JSON.writeValueAsString(Map.of("val_", array));
        assertThat(caller.write(scope, body).statusCode()).isEqualTo(200);
    }

    /** What it knows of all: one member by another, or by the VM's key. */
    Map<String, String> peers(String family, String member) throws Exception {
        String answer =
                caller.send("GET", "/enumerateScope", scope(family, false), "").body();
        Map<String, String> peers = new TreeMap<>();
        for (JsonNode entry : JSON.readTree(answer).path("value").path("entries")) {
            peers.put(
                    entry.path("key").textValue(),
                    entries(entry).get(0).path(member).textValue());
        }
        return peers;
    }

    private static JsonNode entries(JsonNode scope) throws IOException {
        return JSON.readTree(
                JSON.readTree(scope.path("value").textValue()).path("val_").textValue());
    }

    String token(String name) {
        return global.get(name);
    }
}
