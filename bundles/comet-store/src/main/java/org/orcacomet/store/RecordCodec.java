package org.orcacomet.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;

/**
 * The bytes in which stores keep a record, without its name. Version 1: the byte 1; the revision and the milliseconds
 * since 1970 at which it was touched, 8 bytes each; the two hashes; the length of the creator's fingerprint, 2 bytes,
 * and the fingerprint; a byte that is 0 for a tombstone, 1 for null and 2 for a text; the text in UTF-8. The same
 * record is always the same bytes.
 */
public final class RecordCodec {
    private static final byte V1 = 1;
    private static final byte TOMBSTONE = 0;
    private static final byte NULL = 1;
    private static final byte TEXT = 2;
    private static final int FIXED = 1 + Long.BYTES + Long.BYTES + 2 * TokenHash.LENGTH + Short.BYTES + 1;

    private RecordCodec() {}

    /** The bytes of this record. */
    public static byte[] encode(ScopeRecord record) {
        byte[] creator = utf8(record.guard().creator().orElse(""));
        byte[] text = utf8(record.value().flatMap(ScopeValue::text).orElse(""));
        return ByteBuffer.allocate(FIXED + creator.length + text.length)
                .put(V1)
                .putLong(record.revision().number())
                .putLong(record.touched().toEpochMilli())
                .put(record.guard().read().toBytes())
                .put(record.guard().write().toBytes())
                .putShort((short) creator.length)
                .put(creator)
                .put(kind(record.value()))
                .put(text)
                .array();
    }

    /**
     * The record of this scope, from its bytes.
     *
     * @throws IllegalArgumentException if they are not of this version, or no record's
     */
    public static ScopeRecord decode(ScopeKey key, byte[] stored) {
        try {
            return decode(key, ByteBuffer.wrap(stored));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a record is cut short", e);
        }
    }

    private static ScopeRecord decode(ScopeKey key, ByteBuffer stored) {
        require(stored.get() == V1, "a record is of another version");
        Revision revision = Revision.of(stored.getLong());
        Instant touched = Instant.ofEpochMilli(stored.getLong());
        Guard guard = new Guard(hash(stored), hash(stored), creator(stored));
        return new ScopeRecord(key, guard, value(stored), revision, touched);
    }

    private static TokenHash hash(ByteBuffer stored) {
        return TokenHash.ofBytes(next(stored, TokenHash.LENGTH));
    }

    private static Optional<String> creator(ByteBuffer stored) {
        return Optional.of(text(stored, stored.getShort())).filter(creator -> !creator.isEmpty());
    }

    private static Optional<ScopeValue> value(ByteBuffer stored) {
        byte kind = stored.get();
        require(kind == TEXT || kind == NULL || kind == TOMBSTONE, "a record's value is of no known kind");
        String text = text(stored, stored.remaining());
        if (kind == TOMBSTONE) {
            return Optional.empty();
        }
        return Optional.of(kind == NULL ? ScopeValue.ofNull() : ScopeValue.of(text));
    }

    private static byte kind(Optional<ScopeValue> value) {
        return value.map(v -> v.text().isPresent() ? TEXT : NULL).orElse(TOMBSTONE);
    }

    private static byte[] next(ByteBuffer stored, int length) {
        require(length >= 0 && length <= stored.remaining(), "a record is cut short");
        byte[] bytes = new byte[length];
        stored.get(bytes);
        return bytes;
    }

    private static String text(ByteBuffer stored, int length) {
        return new String(next(stored, length), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void require(boolean holds, String violation) {
        if (!holds) {
            throw new IllegalArgumentException(violation);
        }
    }
}
