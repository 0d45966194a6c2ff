package orca.manage;

/** How the last call ended. */
public class OrcaError {
    private final int code;

    /** With this code; 0 is no error. */
    public OrcaError(int code) {
        this.code = code;
    }

    @Override
    public String toString() {
        return "Status: code=" + code + " (See OrcaConstants for details)";
    }
}
