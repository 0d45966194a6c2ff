package org.orcacomet.api;

import java.nio.charset.StandardCharsets;

/** A part of a scope's name: not empty, without control characters, at most 4,096 bytes of UTF-8. */
abstract class Name {
    private static final int MAX_BYTES = 4096;

    private final String text;

    Name(String what, String text) {
        this.text = checked(what, text);
    }

    private static String checked(String what, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(what + " is empty");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " holds a control character");
        }
        if (Unicode.checked(what, text).getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            throw new IllegalArgumentException(what + " takes more than " + MAX_BYTES + " bytes");
        }
        return text;
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && other.getClass() == getClass() && ((Name) other).text.equals(text);
    }

    @Override
    public final int hashCode() {
        return text.hashCode();
    }

    /** The name as it was given. */
    @Override
    public final String toString() {
        return text;
    }
}
