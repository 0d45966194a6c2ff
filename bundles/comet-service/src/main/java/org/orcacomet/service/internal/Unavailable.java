package org.orcacomet.service.internal;

import java.time.Duration;
import java.util.Optional;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.store.StoreUnavailable;

/** What a caller is told who had better try again later. */
final class Unavailable {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private Unavailable() {}

    static CometUnavailable store(StoreUnavailable cause) {
        return of("the store cannot answer now", cause);
    }

    static CometUnavailable contended() {
        return of("too many callers change this scope now", null);
    }

    private static CometUnavailable of(String message, Throwable cause) {
        return new CometUnavailable(CometCode.SERVICE_UNAVAILABLE, message, Optional.of(RETRY_AFTER), cause);
    }
}
