package org.orcacomet.trials.service;

import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;

/** Tokens and values that can be told from all else, so that a scan finds them wherever they should not be. */
public final class Marks {
    /** Every token of a trial begins with it. */
    public static final String TOKEN = "MarkedToken1";

    /** Every value of a trial begins with it. */
    public static final String VALUE = "MarkedValue";

    private Marks() {}

    /** Two new tokens. */
    public static TokenPair tokens() {
        TokenPair fresh = new TokenGenerator().pair();
        return TokenPair.of(
                TokenCodec.readToken(TOKEN + TokenCodec.reveal(fresh.read())),
                TokenCodec.writeToken(TOKEN + TokenCodec.reveal(fresh.write())));
    }

    /** The value with this number: no two are alike. */
    public static String value(long number) {
        return VALUE + "-" + number;
    }
}
