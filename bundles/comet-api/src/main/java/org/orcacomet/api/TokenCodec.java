package org.orcacomet.api;

/** The one way from a token's characters to the token and back. Whoever calls it handles a secret. */
public final class TokenCodec {
    private TokenCodec() {}

    /**
     * The read token with these characters.
     *
     * @throws IllegalArgumentException if they are blank, or hold half of a character
     */
    public static ReadToken readToken(String secret) {
        return new ReadToken(secret);
    }

    /**
     * The write token with these characters.
     *
     * @throws IllegalArgumentException if they are blank, or hold half of a character
     */
    public static WriteToken writeToken(String secret) {
        return new WriteToken(secret);
    }

    /** The characters of a read token: a secret. */
    public static String reveal(ReadToken token) {
        return token.secret();
    }

    /** The characters of a write token: a secret. */
    public static String reveal(WriteToken token) {
        return token.secret();
    }
}
