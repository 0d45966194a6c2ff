package org.orcacomet.benchmarks.http;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orcacomet.benchmarks.load.Language;
import org.orcacomet.benchmarks.load.Place;
import org.orcacomet.benchmarks.load.Values;

/** Calls as virtual machines spell them: HTTP/1.1, the tokens in the query. */
public final class CometLanguage implements Language {
    private static final String FAMILY = "&family=hostsall";
    private static final String READ_TOKEN = "&readToken=Read1234Read1234";
    private static final String WRITE_TOKEN = "&writeToken=Write1234Write1234";
    private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\n";

    @Override
    public byte[] write(Place place, String value) {
        return bytes("POST /writeScope" + query(place) + WRITE_TOKEN + HEAD
                + "Content-Type: application/json\r\nContent-Length: " + value.length() + "\r\n\r\n" + value);
    }

    @Override
    public byte[] read(Place place) {
        return bytes("GET /readScope" + query(place) + HEAD + "\r\n");
    }

    @Override
    public byte[] list(String slice) {
        return bytes("GET /enumerateScope?contextID=" + slice + FAMILY + READ_TOKEN + HEAD + "\r\n");
    }

    /** Writes all virtual machines of a slice, of no more than a thousand, at once. */
    public byte[] writeAll(String slice, Stream<Place> places) {
        String body = places.map(place -> "{\"family\":\"hostsall\",\"key\":\"" + place.machine() + "\",\"value\":\""
                        + Values.of(place).replace("\\", "\\\\").replace("\"", "\\\"")
                        + "\",\"readToken\":\"Read1234Read1234\",\"writeToken\":\"Write1234Write1234\"}")
                .collect(Collectors.joining(",", "[", "]"));
        return bytes(
                "POST /writeScopes?contextID=" + slice + HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static String query(Place place) {
        return "?contextID=" + place.slice() + FAMILY + "&Key=" + place.machine() + READ_TOKEN;
    }

    private static byte[] bytes(String request) {
        return request.getBytes(StandardCharsets.UTF_8);
    }
}
