package org.orcacomet.orca.am.internal;

import java.time.Duration;
import java.util.Optional;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometProtocolException;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Reading;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;
import org.orcacomet.journal.JournalException;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.userdata.family.MalformedFamily;

/**
 * Changes one family by compare and set: it reads, changes, and writes under the revision that it read, and begins
 * again when that no longer holds, so that changes at once lose nothing. For servers that count no revisions a lock
 * does the same within this JVM.
 */
public final class FamilyEditor {
    private static final int ATTEMPTS = 10;

    private final UnitClaims claims;
    private final Duration bound;
    private final ScopeLocks locks = new ScopeLocks();

    /** An editor that keeps the tokens of what it makes among these claims, and begins no attempt after this time. */
    public FamilyEditor(UnitClaims claims, Duration bound) {
        this.claims = claims;
        this.bound = bound;
    }

    /**
     * Changes a family; when this returns, COMET has taken it, or it was so already.
     *
     * @throws LifecycleException if COMET does not take it, or others change it all the time
     * @throws JournalException if something could not be kept on disk
     */
    public void edit(Comet comet, ScopeKey scope, TokenPair tokens, FamilyChange<?> change)
            throws LifecycleException, JournalException {
        long end = System.nanoTime() + bound.toNanos();
        try (ScopeLocks.Held held = locks.hold(scope, bound)) {
            claims.settle(scope, bound);
            Optional<CometException> last = attempt(comet, scope, tokens, change);
            for (int i = 1; last.isPresent() && i < ATTEMPTS && System.nanoTime() < end; i++) {
                last = attempt(comet, scope, tokens, change);
            }
            if (last.isPresent()) {
                throw failed(scope, last.get());
            }
        } catch (CometException | CometProtocolException | MalformedFamily failure) {
            throw failed(scope, failure);
        }
    }

    private static LifecycleException failed(ScopeKey scope, Exception failure) {
        return new LifecycleException(scope + " could not be changed: " + failure.getMessage(), failure);
    }

    /** Empty if it is done; else why it is to be tried again. A write without an answer may have happened. */
    private Optional<CometException> attempt(Comet comet, ScopeKey scope, TokenPair tokens, FamilyChange<?> change)
            throws CometException, JournalException, LifecycleException {
        Reading before = comet.read(scope, tokens.read());
        Precondition unchanged = precondition(before, scope, tokens);
        ScopeValue value = change.apply(before.scope().map(s -> s.value()).orElseGet(ScopeValue::ofNull));
        if (before.text().equals(value.text())) {
            return Optional.empty();
        }
        try {
            comet.write(ScopeWrite.of(scope, tokens, value).when(unchanged));
            return Optional.empty();
        } catch (CometConflict | CometUnavailable again) {
            return Optional.of(again);
        }
    }

    private Precondition precondition(Reading before, ScopeKey scope, TokenPair tokens)
            throws JournalException, LifecycleException {
        switch (before.state()) {
            case DELETED:
                throw new LifecycleException(scope + " is not changed, as it was deleted");
            case ABSENT:
                claims.hold(scope, tokens);
                return Precondition.absent();
            default:
                return before.scope()
                        .flatMap(s -> s.revision())
                        .map(Precondition::is)
                        .orElseGet(Precondition::none);
        }
    }
}
