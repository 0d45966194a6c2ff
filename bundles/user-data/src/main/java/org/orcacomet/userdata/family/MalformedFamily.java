package org.orcacomet.userdata.family;

/** The text of a scope is not a family as COMET's clients write it. The message says why, without quoting the text. */
public final class MalformedFamily extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    MalformedFamily(String message) {
        super(message);
    }
}
