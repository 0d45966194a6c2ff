package org.orcacomet.audit.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.orcacomet.audit.AuditEntry;
import org.orcacomet.audit.AuditedCall;
import org.orcacomet.audit.AuditedChange;
import org.orcacomet.audit.Author;

/** Entries as lines of JSON; the hash of the line before is a line's last member. */
public final class Line {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();
    private static final String HASH = "[0-9a-f]{64}";
    private static final byte[] PREVIOUS = ",\"previous\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"}".getBytes(StandardCharsets.US_ASCII);
    private static final int USUAL = 512;

    private Line() {}

    /** The line of this entry, but for its end. */
    public static byte[] open(AuditEntry entry) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(USUAL);
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.writeStartObject();
            write(entry, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toByteArray();
    }

    private static void write(AuditEntry entry, JsonGenerator json) throws IOException {
        json.writeStringField(
                "time", entry.time().truncatedTo(ChronoUnit.MILLIS).toString());
        json.writeStringField("standing", entry.author().standing());
        json.writeStringField("subject", entry.author().subject());
        json.writeStringField("keyFingerprint", entry.author().keyFingerprint());
        json.writeStringField("call", entry.change().call().word());
        json.writeStringField("contextId", entry.change().context());
        json.writeStringField("family", entry.change().family());
        json.writeStringField("key", entry.change().key());
        json.writeStringField("outcome", entry.ending().outcome());
        if (entry.ending().revision() > 0) {
            json.writeNumberField("revision", entry.ending().revision());
        }
        if (entry.ending().count() > 1) {
            json.writeNumberField("count", entry.ending().count());
        }
    }

    /** The whole line, without its line feed, after the one with this hash. */
    public static byte[] closed(byte[] open, String previous) {
        byte[] line = Arrays.copyOf(open, open.length + PREVIOUS.length + Hash.NONE.length() + END.length);
        byte[] hash = previous.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(PREVIOUS, 0, line, open.length, PREVIOUS.length);
        System.arraycopy(hash, 0, line, open.length + PREVIOUS.length, hash.length);
        System.arraycopy(END, 0, line, line.length - END.length, END.length);
        return line;
    }

    /** The hash that this line names as the one of the line before; empty if it is no line of an audit. */
    public static Optional<String> previous(byte[] line) {
        return members(line)
                .map(members -> members.getOrDefault("previous", ""))
                .filter(hash -> hash.matches(HASH));
    }

    /** The entry of this line; empty if it is none. */
    public static Optional<AuditEntry> entry(byte[] line) {
        try {
            return members(line).map(Line::entry);
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static AuditEntry entry(Map<String, String> of) {
        Author author = new Author(text(of, "standing"), text(of, "subject"), text(of, "keyFingerprint"));
        AuditedCall call = AuditedCall.valueOf(text(of, "call").toUpperCase(Locale.ROOT));
        AuditedChange change = new AuditedChange(call, text(of, "contextId"), text(of, "family"), text(of, "key"));
        AuditEntry.Ending ending =
                new AuditEntry.Ending(text(of, "outcome"), number(of, "revision", 0), number(of, "count", 1));
        return new AuditEntry(Instant.parse(text(of, "time")), author, change, ending);
    }

    private static String text(Map<String, String> members, String name) {
        return members.getOrDefault(name, "");
    }

    private static long number(Map<String, String> members, String name, long otherwise) {
        return members.containsKey(name) ? Long.parseLong(members.get(name)) : otherwise;
    }

    /** The members of a flat object, numbers as they are written. */
    private static Optional<Map<String, String>> members(byte[] line) {
        Map<String, String> members = new HashMap<>();
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                members.put(name, json.getText());
            }
            boolean ends = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
            return ends ? Optional.of(members) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
