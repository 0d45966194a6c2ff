package org.orcacomet.http.internal.wire;

import java.time.Duration;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometUnavailable;

/** From what went wrong to the answer that says so. */
final class Refusals {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);
    private static final Duration SOON = Duration.ofSeconds(1);

    private Refusals() {}

    static Answer of(CometException refusal, boolean oneScope) {
        Answer answer = of(refusal.code(), refusal.getMessage());
        if (refusal instanceof CometConflict conflict) {
            return oneScope ? answer.atOneScope(conflict.current()) : answer.at(conflict.current());
        }
        if (refusal instanceof CometUnavailable unavailable) {
            return retryLater(answer, unavailable.retryAfter().orElse(RETRY_AFTER));
        }
        return answer;
    }

    static Answer unavailable(String message) {
        return retryLater(of(CometCode.SERVICE_UNAVAILABLE, message), RETRY_AFTER);
    }

    static Answer tooMany(String message) {
        return retryLater(of(CometCode.TOO_MANY_REQUESTS, message), SOON);
    }

    static Answer tooManyConnections() {
        return tooMany("there are too many connections").with(HttpHeader.CONNECTION, "close");
    }

    static Answer noMemory() {
        return tooMany("bodies and answers take all the memory that they may");
    }

    static Answer tooLarge(String what, int limit) {
        return of(CometCode.CONTENT_TOO_LARGE, what + " takes more than " + limit + " bytes");
    }

    static Answer notFound() {
        return of(CometCode.NOT_FOUND, "there is no such call");
    }

    static Answer methodNotAllowed(String allowed) {
        return of(CometCode.METHOD_NOT_ALLOWED, "the call takes " + allowed).with(HttpHeader.ALLOW, allowed);
    }

    static Answer fault() {
        return of(CometCode.INTERNAL_SERVER_ERROR, "the service has a fault; its log says more");
    }

    /** What HTTP itself refuses, before there is a call. */
    static Answer http(int status) {
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            return unavailable("the service is stopping");
        }
        return Answer.refusal(status, name(status), message(status, HttpStatus.getMessage(status)));
    }

    /** The name of a refusal's code. */
    static String name(int status) {
        return CometCode.ofStatus(status).map(CometCode::name).orElseGet(() -> HttpStatus.getMessage(status)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z]+", "_"));
    }

    private static String message(int status, String words) {
        return switch (status) {
            case HttpStatus.BAD_REQUEST_400 -> "the request is not well-formed HTTP, or its path is ambiguous";
            case HttpStatus.REQUEST_TIMEOUT_408 -> "the request did not come in time";
            case HttpStatus.URI_TOO_LONG_414 -> "the address is too long";
            case HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431 -> "the headers are too large";
            default -> words.toLowerCase(Locale.ROOT);
        };
    }

    private static Answer of(CometCode code, String message) {
        return Answer.refusal(code.status(), code.name(), message);
    }

    private static Answer retryLater(Answer answer, Duration wait) {
        return answer.with(HttpHeader.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
    }
}
