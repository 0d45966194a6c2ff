package org.orcacomet.store.accumulo.oldtable;

import java.nio.ByteBuffer;

/**
 * Java's own form of UTF-8, which has each {@code char} by itself in one to three bytes, and the character 0 in two, as
 * {@link java.io.DataInput} describes it.
 */
final class ModifiedUtf8 {
    private static final int TAIL_BITS = 6;
    private static final int TAIL = 0x3f;

    private ModifiedUtf8() {}

    /** The text of all these bytes. */
    static String decode(ByteBuffer in) throws BrokenEntry {
        StringBuilder text = new StringBuilder(in.remaining());
        while (in.hasRemaining()) {
            text.append(next(in));
        }
        return text.toString();
    }

    private static char next(ByteBuffer in) throws BrokenEntry {
        int first = Byte.toUnsignedInt(in.get());
        if (first < 0x80) {
            return (char) first;
        }
        if (first >> 5 == 0b110) {
            return (char) ((first & 0x1f) << TAIL_BITS | tail(in));
        }
        BrokenEntry.require(first >> 4 == 0b1110, "a text of its value is not in Java's UTF-8");
        return (char) ((first & 0x0f) << 2 * TAIL_BITS | tail(in) << TAIL_BITS | tail(in));
    }

    private static int tail(ByteBuffer in) throws BrokenEntry {
        int next = in.hasRemaining() ? in.get() : 0;
        BrokenEntry.require((next & 0xc0) == 0x80, "a text of its value is not in Java's UTF-8");
        return next & TAIL;
    }
}
