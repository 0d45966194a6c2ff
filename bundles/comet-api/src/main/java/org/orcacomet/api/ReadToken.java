package org.orcacomet.api;

/** The secret that lets its holder read a scope. Any text that is not blank; {@link TokenCodec} makes and shows it. */
public final class ReadToken extends Token {
    ReadToken(String secret) {
        super("readToken", secret);
    }
}
