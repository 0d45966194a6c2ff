package orca.shirako.container;

/** The boot failed; the process ends. */
public class ContainerInitializationException extends Exception {
    private static final long serialVersionUID = 1L;

    /** For this reason. */
    public ContainerInitializationException(Throwable cause) {
        super(cause);
    }
}
