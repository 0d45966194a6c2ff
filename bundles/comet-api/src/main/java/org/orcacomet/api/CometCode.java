package org.orcacomet.api;

import java.util.Arrays;
import java.util.Optional;

/** How COMET refuses: the one table of codes and HTTP statuses, used by the service and by the client. */
public enum CometCode {
    /** A parameter, a token or the body breaks a rule. */
    BAD_REQUEST(400),
    /** The caller or a token may not do this; which of them is never said. */
    FORBIDDEN(403),
    /** There is no such call. */
    NOT_FOUND(404),
    /** The call takes another method. */
    METHOD_NOT_ALLOWED(405),
    /** The precondition does not hold. */
    PRECONDITION_FAILED(412),
    /** The body is over the limit. */
    CONTENT_TOO_LARGE(413),
    /** The address is over the limit. */
    URI_TOO_LONG(414),
    /** There are too many requests now. */
    TOO_MANY_REQUESTS(429),
    /** The headers are over the limit. */
    REQUEST_HEADER_FIELDS_TOO_LARGE(431),
    /** The service has a fault. */
    INTERNAL_SERVER_ERROR(500),
    /** The store cannot answer now. */
    SERVICE_UNAVAILABLE(503);

    private final int status;

    CometCode(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The code of an HTTP status, if it has one. */
    public static Optional<CometCode> ofStatus(int status) {
        return Arrays.stream(values()).filter(code -> code.status == status).findFirst();
    }

    /**
     * The exception of this code.
     *
     * @param message the violated rule, without input, token or value
     */
    public CometException exception(String message) {
        switch (this) {
            case FORBIDDEN:
                return new CometDenied(message);
            case PRECONDITION_FAILED:
                return new CometConflict(message, Optional.empty());
            case TOO_MANY_REQUESTS:
            case INTERNAL_SERVER_ERROR:
            case SERVICE_UNAVAILABLE:
                return new CometUnavailable(this, message);
            default:
                return new CometRejected(this, message);
        }
    }
}
