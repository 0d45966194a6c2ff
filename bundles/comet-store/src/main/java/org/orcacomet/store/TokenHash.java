package org.orcacomet.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.WriteToken;

/**
 * What a store keeps of a token. Form {@code v1}: the byte 1, a salt of 16 bytes, and the SHA-256 of the salt followed
 * by the token's UTF-8. Every store keeps these same bytes.
 */
public final class TokenHash {
    /** How many bytes a hash takes. */
    public static final int LENGTH = 49;

    private static final byte V1 = 1;
    private static final int SALT_LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] bytes;

    private TokenHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of this token under a new salt. */
    public static TokenHash of(ReadToken token) {
        return salted(TokenCodec.reveal(token));
    }

    /** The hash of this token under a new salt. */
    public static TokenHash of(WriteToken token) {
        return salted(TokenCodec.reveal(token));
    }

    /**
     * The hash that a store kept.
     *
     * @throws IllegalArgumentException if the bytes are not of form v1
     */
    public static TokenHash ofBytes(byte[] stored) {
        if (stored.length != LENGTH || stored[0] != V1) {
            throw new IllegalArgumentException("a token's hash is not of form v1");
        }
        return new TokenHash(stored.clone());
    }

    /** The bytes for a store to keep. */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** Whether it is the hash of this token. The time that it takes does not tell how much of it is right. */
    public boolean matches(ReadToken token) {
        return matches(TokenCodec.reveal(token));
    }

    /** Whether it is the hash of this token. The time that it takes does not tell how much of it is right. */
    public boolean matches(WriteToken token) {
        return matches(TokenCodec.reveal(token));
    }

    private boolean matches(String secret) {
        return MessageDigest.isEqual(bytes, hash(Arrays.copyOfRange(bytes, 1, 1 + SALT_LENGTH), secret));
    }

    private static TokenHash salted(String secret) {
        byte[] salt = new byte[SALT_LENGTH];
        RANDOM.nextBytes(salt);
        return new TokenHash(hash(salt, secret));
    }

    private static byte[] hash(byte[] salt, String secret) {
        MessageDigest sha256 = sha256();
        sha256.update(salt);
        byte[] digest = sha256.digest(secret.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(LENGTH).put(V1).put(salt).put(digest).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenHash hash && MessageDigest.isEqual(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Says what it is, and nothing of its bytes. */
    @Override
    public String toString() {
        return "TokenHash[redacted]";
    }
}
