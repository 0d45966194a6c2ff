package org.orcacomet.launcher;

import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ends; the help of each command has the list. */
public enum ExitStatus {
    /** It did what it was asked. */
    DONE(0, "done"),
    /** It could not, for a reason that is none of the others. */
    FAILED(1, "failed"),
    /** Its arguments make no sense. */
    WRONG_ARGUMENTS(2, "wrong arguments"),
    /** The service may not do it for this caller, with these tokens, or under this precondition. */
    REFUSED(3, "refused: the certificate, a token, or a precondition"),
    /** What it was asked for is not there. */
    NOT_THERE(4, "not there"),
    /** No service answers, or it cannot now. */
    UNAVAILABLE(5, "no service answers, or it cannot now");

    private final int code;
    private final String meaning;

    ExitStatus(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** What the help says: the numbers, each with what it means. */
    static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (ExitStatus status : values()) {
            meanings.put(Integer.toString(status.code), status.meaning);
        }
        return meanings;
    }

    /** What the process says. */
    public int code() {
        return code;
    }
}
