package org.orcacomet.service.testkit;

import org.orcacomet.service.Caller.Standing;

/** Kinds of callers. Most that must not be trusted have, to make it hard, the key of the scope's creator. */
public enum Who {
    /** No certificate. */
    NOBODY(Standing.ANONYMOUS, false, false),
    /** The creator's certificate, out of its dates. */
    EXPIRED(Standing.ANONYMOUS, true, true),
    /** The creator's certificate, not in its dates yet. */
    EARLY(Standing.ANONYMOUS, true, true),
    /** The creator's subject and key, signed by itself. */
    SELF_SIGNED(Standing.VALID, true, true),
    /** The creator's subject and key, signed by nobody that we know. */
    STRANGER(Standing.VALID, true, true),
    /** Whoever created the scope: signed by a root, of a subject that is listed. */
    CREATOR(Standing.TRUSTED, true, true),
    /** The same, with another key. */
    COLLEAGUE(Standing.TRUSTED, true, false),
    /** The creator's key, signed by a root, of a subject that is not listed. */
    FOREIGN(Standing.TRUSTED, false, true);

    private final Standing standing;
    private final boolean listed;
    private final boolean creatorsKey;

    Who(Standing standing, boolean listed, boolean creatorsKey) {
        this.standing = standing;
        this.listed = listed;
        this.creatorsKey = creatorsKey;
    }

    /** What the certificate is worth. */
    public Standing standing() {
        return standing;
    }

    /** Whether the certificate, if any, has a subject that is listed where subjects are listed. */
    public boolean listed() {
        return listed;
    }

    /** Whether the certificate's key is the one that {@link ScopeState} has as the creator's. */
    public boolean creatorsKey() {
        return creatorsKey;
    }
}
