package orca.shirako.container;

/** A subscription that cannot be had. */
public class EventManagerException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says nothing, as far as is known. */
    public EventManagerException() {
        super();
    }
}
