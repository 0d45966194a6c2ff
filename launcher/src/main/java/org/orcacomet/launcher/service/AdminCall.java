package org.orcacomet.launcher.service;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One of an administrator's calls that have no body.
 *
 * @param method the HTTP method
 * @param path the path, which begins with {@code /admin/}
 * @param query the parameters
 * @param patience how long to wait for the answer
 */
public record AdminCall(String method, String path, Map<String, String> query, Duration patience) {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The call with a copy of these parameters. */
    public AdminCall {
        query = Map.copyOf(query);
    }

    /** A look. */
    public static AdminCall get(String path) {
        return new AdminCall("GET", path, Map.of(), PATIENCE);
    }

    /** A deed. */
    public static AdminCall post(String path) {
        return new AdminCall("POST", path, Map.of(), PATIENCE);
    }

    /** A deletion. */
    public static AdminCall delete(String path) {
        return new AdminCall("DELETE", path, Map.of(), PATIENCE);
    }

    /** The same with this parameter. */
    public AdminCall with(String name, String value) {
        Map<String, String> more = new TreeMap<>(query);
        more.put(name, value);
        return new AdminCall(method, path, more, patience);
    }

    /** The same, for which it is worth to wait so long. */
    public AdminCall within(Duration longer) {
        return new AdminCall(method, path, query, longer);
    }

    /** The path and the parameters, as they stand in an address. */
    String target() {
        String parameters = new TreeMap<>(query)
                .entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? path : path + "?" + parameters;
    }
}
