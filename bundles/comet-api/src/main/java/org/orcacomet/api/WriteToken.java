package org.orcacomet.api;

/** The secret that, with the read token, lets its holder write a scope. {@link TokenCodec} makes and shows it. */
public final class WriteToken extends Token {
    WriteToken(String secret) {
        super("writeToken", secret);
    }
}
