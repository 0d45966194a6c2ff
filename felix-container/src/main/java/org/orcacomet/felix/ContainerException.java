package org.orcacomet.felix;

/** The framework, or a bundle in it, could not be started. The message names the bundle and is for an operator. */
public final class ContainerException extends Exception {
    private static final long serialVersionUID = 1L;

    ContainerException(String message, Throwable cause) {
        super(message, cause);
    }
}
