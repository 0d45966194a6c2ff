package org.orcacomet.audit.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of lines, in hex. For one thread. */
public final class Hash {
    /** What the first line of all names as the one before it. */
    public static final String NONE = "0".repeat(64);

    private final MessageDigest digest;

    /** A hash that is ready. */
    public Hash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JVM does not know SHA-256", e);
        }
    }

    /** That of these bytes. */
    public String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest.digest(bytes));
    }
}
