package org.orcacomet.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A secret that opens a scope. It shows its characters to {@link TokenCodec} alone. */
abstract class Token {
    private final String secret;

    Token(String what, String secret) {
        if (secret.trim().isEmpty()) {
            throw new IllegalArgumentException(what + " is blank");
        }
        this.secret = Unicode.checked(what, secret);
    }

    final String secret() {
        return secret;
    }

    /** Whether it is a token of the same kind with the same characters; the time that takes does not tell them. */
    @Override
    public final boolean equals(Object other) {
        return other != null
                && other.getClass() == getClass()
                && MessageDigest.isEqual(bytes(secret), bytes(((Token) other).secret));
    }

    @Override
    public final int hashCode() {
        return secret.hashCode();
    }

    /** Says what it is, and nothing of its characters. */
    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[redacted]";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
