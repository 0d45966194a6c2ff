package org.orcacomet.inside;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request that went through to the service: the scopes that it is of. */
final class Passage {
    private static final Pattern ENTRY =
            Pattern.compile("\"family\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"key\"\\s*:\\s*\"([^\"]+)\"");

    private final URI uri;
    private final String body;
    private final int status;

    Passage(URI uri, String body) {
        this(uri, body, 0);
    }

    private Passage(URI uri, String body, int status) {
        this.uri = uri;
        this.body = body;
        this.status = status;
    }

    Passage answered(int code) {
        return new Passage(uri, body, code);
    }

    byte[] body() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    boolean isOk() {
        return status == 200;
    }

    boolean isWrite() {
        return uri.getPath().contains("/writeScope");
    }

    boolean isDelete() {
        return uri.getPath().contains("/deleteScope");
    }

    boolean isProbe() {
        return scopes().stream().anyMatch(scope -> scope.contains("/probe/"));
    }

    /** Their names: context, family, key. */
    List<String> scopes() {
        List<String> scopes = new ArrayList<>();
        if (uri.getPath().contains("/writeScopes")) {
            Matcher entry = ENTRY.matcher(body);
            while (entry.find()) {
                scopes.add(parameter("contextID") + "/" + entry.group(1) + "/" + entry.group(2));
            }
        } else if (isWrite() || isDelete()) {
            scopes.add(parameter("contextID") + "/" + parameter("family") + "/" + parameter("Key"));
        }
        return scopes;
    }

    private String parameter(String name) {
        Matcher matcher = Pattern.compile("(?:^|&)" + name + "=([^&]*)").matcher(uri.getQuery());
        return matcher.find() ? matcher.group(1) : "";
    }

    @Override
    public String toString() {
        return uri.getPath() + " " + scopes() + " " + status;
    }
}
