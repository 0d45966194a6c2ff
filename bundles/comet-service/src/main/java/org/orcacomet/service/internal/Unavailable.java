package org.orcacomet.service.internal;

import java.time.Duration;
import java.util.Optional;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.audit.AuditUnavailable;
import org.orcacomet.store.StoreUnavailable;

/** What a caller is told who had better try again later. */
public final class Unavailable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private Unavailable() {}

    /** Something that the store is asked. */
    @FunctionalInterface
    public interface Question<T, E extends Exception> {
        /** Asks it. */
        T ask() throws E, StoreUnavailable;
    }

    /**
     * What comes of this question.
     *
     * @throws E if the question ends so
     * @throws CometUnavailable if the store does not answer
     */
    public static <T, E extends Exception> T answer(Question<T, E> question) throws E, CometUnavailable {
        try {
            return question.ask();
        } catch (StoreUnavailable e) {
            throw store(e);
        }
    }

    /** The store does not answer. */
    public static CometUnavailable store(StoreUnavailable cause) {
        return store("the store cannot answer now", cause);
    }

    /** The same, in these words. */
    public static CometUnavailable store(String message, StoreUnavailable cause) {
        return of(message, cause);
    }

    /** The audit takes no lines. */
    public static CometUnavailable audit(AuditUnavailable cause) {
        return of(cause.getMessage(), cause);
    }

    static CometUnavailable contended() {
        return contended("too many callers change this scope now");
    }

    /** Others are faster, in these words. */
    public static CometUnavailable contended(String message) {
        return of(message, null);
    }

    private static CometUnavailable of(String message, Throwable cause) {
        return new CometUnavailable(CometCode.SERVICE_UNAVAILABLE, message, Optional.of(RETRY_AFTER), cause);
    }
}
