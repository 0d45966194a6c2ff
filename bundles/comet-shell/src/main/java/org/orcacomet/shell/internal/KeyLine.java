package org.orcacomet.shell.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** An OpenSSH public key on one line, as {@code ssh-keygen -l} shows it: its kind and its fingerprint. */
final class KeyLine {
    private KeyLine() {}

    /** Nothing where there is no key yet. */
    static String shown(String line) {
        String[] parts = line.strip().split("\\s+", 3);
        if (parts.length < 2) {
            return line.isBlank() ? "" : "unreadable";
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(parts[1].getBytes(StandardCharsets.UTF_8)));
            return parts[0] + " SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (IllegalArgumentException e) {
            return "unreadable";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
