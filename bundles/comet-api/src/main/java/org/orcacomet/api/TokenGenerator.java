package org.orcacomet.api;

import java.security.SecureRandom;

/**
 * Makes tokens: 24 letters and digits, 142 bits of a {@link SecureRandom}, that obey {@link TokenRules} and need no
 * escaping in a URL, an ini file or a shell.
 */
public final class TokenGenerator {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 24;

    private final SecureRandom random = new SecureRandom();

    /** Two new tokens. */
    public TokenPair pair() {
        return pair(read());
    }

    /** This read token, and a new write token beside it. */
    public TokenPair pair(ReadToken read) {
        return TokenPair.of(read, TokenCodec.writeToken(secret()));
    }

    /** A new read token. */
    public ReadToken read() {
        return TokenCodec.readToken(secret());
    }

    private String secret() {
        String secret = characters();
        while (TokenRules.weakness("token", secret).isPresent()) {
            secret = characters();
        }
        return secret;
    }

    private String characters() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
