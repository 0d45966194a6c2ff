package org.orcacomet.client.internal;

import java.time.Duration;
import java.util.Optional;
import org.orcacomet.api.CometCode;

/** One server gave no answer to count on. The message says why, without names, tokens or values of the call. */
final class AttemptFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** How far the call got. */
    enum Reach {
        /** The server did not carry it out. */
        NOT_DONE,
        /** The same, and nothing is wrong with the server: it is one that cannot do this. */
        UNABLE,
        /** The connection broke before anything of the answer came: it may have been closed while it was kept. */
        DROPPED,
        /** The server may have carried it out. */
        UNKNOWN
    }

    private final Reach reach;
    private final CometCode code;
    private final transient Optional<Duration> retryAfter;

    private AttemptFailure(String reason, Reach reach, CometCode code, Optional<Duration> retryAfter) {
        super(reason);
        this.reach = reach;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static AttemptFailure of(String reason, Reach reach) {
        return new AttemptFailure(reason, reach, CometCode.SERVICE_UNAVAILABLE, Optional.empty());
    }

    /** The server answered, and asks to be left alone or has a fault. */
    static AttemptFailure answered(Answer answer) {
        CometCode code = CometCode.ofStatus(answer.status()).orElse(CometCode.SERVICE_UNAVAILABLE);
        Reach reach = code == CometCode.TOO_MANY_REQUESTS ? Reach.NOT_DONE : Reach.UNKNOWN;
        String pause = answer.retryAfter()
                .map(time -> ", not again within " + time.getSeconds() + " s")
                .orElse("");
        return new AttemptFailure("HTTP " + answer.status() + pause, reach, code, answer.retryAfter());
    }

    /** The same failure, of a question that went before the call itself. */
    AttemptFailure beforeTheCall() {
        AttemptFailure failure =
                new AttemptFailure(getMessage(), reach == Reach.UNABLE ? reach : Reach.NOT_DONE, code, retryAfter);
        failure.initCause(getCause());
        return failure;
    }

    AttemptFailure causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    Reach reach() {
        return reach;
    }

    /** Whether the server may have carried the call out. */
    boolean mayBeDone() {
        return reach == Reach.DROPPED || reach == Reach.UNKNOWN;
    }

    CometCode code() {
        return code;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
