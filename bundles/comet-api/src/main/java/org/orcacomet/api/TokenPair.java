package org.orcacomet.api;

import java.util.Objects;

/** The two tokens that guard a scope. */
public final class TokenPair {
    private final ReadToken read;
    private final WriteToken write;

    private TokenPair(ReadToken read, WriteToken write) {
        this.read = read;
        this.write = write;
    }

    /** These two tokens. */
    public static TokenPair of(ReadToken read, WriteToken write) {
        return new TokenPair(read, write);
    }

    /** The read token. */
    public ReadToken read() {
        return read;
    }

    /** The write token. */
    public WriteToken write() {
        return write;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenPair
                && read.equals(((TokenPair) other).read)
                && write.equals(((TokenPair) other).write);
    }

    @Override
    public int hashCode() {
        return Objects.hash(read, write);
    }

    /** Says what it is, and nothing of the tokens. */
    @Override
    public String toString() {
        return "TokenPair[redacted]";
    }
}
