package org.orcacomet.launcher;

/** How a command ends. The help of each command that can end so has the same sentences. */
public enum ExitStatus {
    /** It did what it was asked. */
    DONE(0),
    /** It could not, for a reason that is none of the others. */
    FAILED(1),
    /** Its arguments make no sense. */
    WRONG_ARGUMENTS(2),
    /** The service may not do it for this caller, with these tokens, or under this precondition. */
    REFUSED(3),
    /** What it was asked for is not there. */
    NOT_THERE(4),
    /** No service answers, or it cannot now. */
    UNAVAILABLE(5);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    /** What the process says. */
    public int code() {
        return code;
    }
}
