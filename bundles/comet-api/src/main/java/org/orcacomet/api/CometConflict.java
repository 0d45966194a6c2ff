package org.orcacomet.api;

import java.util.Optional;

/** The precondition of a change does not hold. Nothing was changed. */
public final class CometConflict extends CometException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Revision> current;

    /** A refusal with this text; the current revision is given where the caller's tokens match. */
    public CometConflict(String message, Optional<Revision> current) {
        super(CometCode.PRECONDITION_FAILED, message, null);
        this.current = current;
    }

    /** The scope's revision; empty if it does not exist, or the caller's tokens do not match. */
    public Optional<Revision> current() {
        return current;
    }

    /** False: the caller must read again and decide anew. */
    @Override
    public boolean retryable() {
        return false;
    }
}
