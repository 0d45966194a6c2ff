package org.orcacomet.audit;

import java.util.Locale;

/** What came of a call. */
public enum Outcome {
    /** What it asked for is so. */
    DONE,
    /** The certificate or a token does not allow it. */
    DENIED,
    /** The precondition does not hold. */
    CONFLICT,
    /** It breaks a rule. */
    REJECTED,
    /** The store did not answer; the change may or may not have happened. */
    UNAVAILABLE;

    /** The word in a line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
