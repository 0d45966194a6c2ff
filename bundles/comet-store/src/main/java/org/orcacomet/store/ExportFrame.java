package org.orcacomet.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The form of an export, version 1. It begins with the 12 characters {@code COMET-EXPORT} and the byte 1. Then come
 * frames: a byte that is {@code P} for a part and {@code E} for the end, the length of the content in 4 bytes, the
 * content, and 32 bytes: the SHA-256 of the 32 bytes before it and this frame. What stands for the 32 bytes before the
 * first is the SHA-256 of the beginning. So no byte and no frame can be another, or missing, unnoticed.
 *
 * <p>A part: the context's name; its revision in 8 bytes, 0 if it is not known; and its records up to the end: family,
 * key, the length of the record in 4 bytes, and the record as {@link RecordCodec} has it. A name is its length in 2
 * bytes, and its UTF-8. The end: how many contexts and records there were, 8 bytes each; nothing follows it.
 */
final class ExportFrame {
    static final byte PART = 'P';
    static final byte END = 'E';
    static final int HEAD = 1 + Integer.BYTES;
    static final int HASH = 32;

    /** No part is longer: nobody has to take more into memory at a time. */
    static final int LONGEST = 64 << 20;

    private static final byte[] MAGIC = "COMET-EXPORT".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;

    private final MessageDigest sha256 = sha256();
    private byte[] before = sha256.digest(beginning());

    /** What an export begins with. */
    static byte[] beginning() {
        return ByteBuffer.allocate(MAGIC.length + 1).put(MAGIC).put(VERSION).array();
    }

    /** The frame of this kind and content, without its hash. */
    static byte[] of(byte kind, byte[] content) {
        return ByteBuffer.allocate(HEAD + content.length)
                .put(kind)
                .putInt(content.length)
                .put(content)
                .array();
    }

    /** The hash of the next frame. */
    byte[] hash(byte[] frame) {
        sha256.update(before);
        before = sha256.digest(frame);
        return before.clone();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
