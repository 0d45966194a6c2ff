package org.orcacomet.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A request that is being put together. */
final class ApiRequest {
    /** Who sends it. */
    enum Sender {
        ANYONE,
        TRUSTED,
        ADMINISTRATOR
    }

    private record Pair(String name, String value) {}

    final ApiCall call;
    final Sender sender;
    final String target;
    private final List<Pair> query = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    byte[] body = {};
    private long claimed = -1;

    ApiRequest(ApiCall call, Sender sender, String target) {
        this.call = call;
        this.sender = sender;
        this.target = target;
    }

    /** With this parameter, encoded as a client does it. */
    ApiRequest query(String name, String value) {
        return rawQuery(name, URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** With this parameter, as it is. */
    ApiRequest rawQuery(String name, String value) {
        query.add(new Pair(name, value));
        return this;
    }

    ApiRequest header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    /** Without any parameter or header of this name. */
    void drop(String name) {
        query.removeIf(pair -> pair.name().equals(name));
        headers.removeIf(line -> line.startsWith(name + ": "));
    }

    /** It says that its body is so long, whatever it is. */
    ApiRequest claims(long length) {
        claimed = length;
        return this;
    }

    byte[] bytes() {
        String parameters =
                query.stream().map(pair -> pair.name() + "=" + pair.value()).collect(Collectors.joining("&"));
        StringBuilder head = new StringBuilder(call.method() + " " + target);
        head.append(parameters.isEmpty() ? "" : "?" + parameters).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (!call.body().isMissingNode() || body.length > 0) {
            head.append("Content-Length: ")
                    .append(claimed < 0 ? body.length : claimed)
                    .append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        return all;
    }

    @Override
    public String toString() {
        return sender + " " + new String(bytes(), StandardCharsets.UTF_8);
    }
}
