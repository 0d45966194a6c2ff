package org.orcacomet.store.accumulo.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.apache.accumulo.core.data.Key;
import org.apache.accumulo.core.data.Value;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;

/** Writes as today's server does: by Java's own serialisation. */
public final class OldServer {
    public static final String VERSION = "1.0";

    private OldServer() {}

    public static byte[] serialized(Object object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Value value(String... elements) {
        return new Value(serialized(elements));
    }

    public static Value live(String writeToken, String text, Instant written) {
        return value("false", writeToken, text, VERSION, "", millis(written));
    }

    public static Value deleted(String writeToken, Instant deleted) {
        return value("true", writeToken, "", VERSION, millis(deleted), millis(deleted.minusSeconds(60)));
    }

    /** As it wrote them before it kept the time. */
    public static Value timeless(String writeToken, String text) {
        return value("false", writeToken, text, VERSION, "");
    }

    public static Key cell(ScopeKey key, TokenPair tokens, Instant at) {
        return new Key(
                key.context().toString(),
                key.family().toString(),
                key.key().toString(),
                TokenCodec.reveal(tokens.read()),
                at.toEpochMilli());
    }

    private static String millis(Instant time) {
        return Long.toString(time.toEpochMilli());
    }
}
