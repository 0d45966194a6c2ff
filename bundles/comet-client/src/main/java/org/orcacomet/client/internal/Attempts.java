package org.orcacomet.client.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometUnavailable;

/** What happened to a call on each server, for the error that ends it. */
final class Attempts {
    private final Call call;
    private final List<String> texts = new ArrayList<>();
    private final List<AttemptFailure> failures = new ArrayList<>();

    Attempts(Call call) {
        this.call = call;
    }

    void failed(Server server, AttemptFailure failure) {
        texts.add(server + ": " + failure.getMessage());
        failures.add(failure);
    }

    void notAsked(Server server, String reason) {
        texts.add(server + ": not asked, for " + reason);
    }

    /** Whether no other server may be asked. */
    boolean mustEnd() {
        return !call.repeatable() && mayBeDone();
    }

    CometUnavailable unavailable() {
        Optional<Duration> retryAfter = failures.stream()
                .map(failure -> failure.retryAfter().orElse(null))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        Optional<AttemptFailure> last =
                failures.isEmpty() ? Optional.empty() : Optional.of(failures.get(failures.size() - 1));
        CometCode code = last.map(AttemptFailure::code).orElse(CometCode.SERVICE_UNAVAILABLE);
        return new CometUnavailable(code, text(mayBeDone()), retryAfter, last.orElse(null));
    }

    CometUnavailable interrupted(Server server) {
        texts.add(server + ": interrupted");
        return new CometUnavailable(CometCode.SERVICE_UNAVAILABLE, text(true));
    }

    private boolean mayBeDone() {
        return failures.stream().anyMatch(AttemptFailure::mayBeDone);
    }

    private String text(boolean mayBeDone) {
        String doubt = call.changes() && mayBeDone ? " (it may have happened all the same)" : "";
        return "no answer to " + call + doubt + ": " + String.join("; ", texts);
    }
}
