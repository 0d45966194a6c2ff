package org.orcacomet.service.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;
import org.orcacomet.api.Scope;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.TokenRules;
import org.orcacomet.service.Caller;
import org.orcacomet.service.Caller.Standing;
import org.orcacomet.service.CallerIdentity;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.store.Change;
import org.orcacomet.store.Guard;
import org.orcacomet.store.ScopeRecord;

/**
 * Who may do what: the one place that decides it, for one caller at one moment. It looks at the record that was read
 * and answers the change to make; it changes nothing.
 */
public final class Authorizer {
    /** Is asked where no scope is, so that an answer takes no less time there. */
    private static final Guard NOBODYS = Guard.of(new TokenGenerator().pair());

    private final ServiceSettings settings;
    private final Caller caller;
    private final Age age;

    /** What this caller may do at this moment, under these settings. */
    public Authorizer(ServiceSettings settings, Caller caller, Instant now) {
        this.settings = settings;
        this.caller = caller;
        this.age = new Age(settings.lifetimes(), now);
    }

    Change write(ScopeWrite write, Optional<ScopeRecord> stored) throws CometException {
        requireSize(write.value());
        Optional<ScopeRecord> live = live(stored);
        boolean admitted = guard(live).admits(write.tokens());
        Guard guard = live.isPresent() ? modifying(write, live.get(), admitted) : creating(write);
        return new Change(write.key(), stored.map(ScopeRecord::revision), guard, Optional.of(write.value()), age.now());
    }

    /** The tombstone to leave; empty if there is nothing to delete. */
    Optional<Change> delete(TokenPair tokens, Precondition precondition, Optional<ScopeRecord> stored)
            throws CometException {
        requireAllowed(privileged());
        Optional<ScopeRecord> known = known(stored);
        boolean admitted = guard(known).admits(tokens);
        requireAllowed(known.isEmpty() || admitted);
        Optional<ScopeRecord> live = live(stored);
        requireHolds(precondition, live.map(ScopeRecord::revision));
        return live.map(record -> Change.deletion(record, age.now()));
    }

    Reading read(ReadToken token, Optional<ScopeRecord> stored) throws CometDenied {
        Optional<ScopeRecord> known = known(stored);
        boolean admitted = guard(known).admits(token);
        Optional<ScopeRecord> live = live(stored);
        if (live.isEmpty()) {
            return known.isPresent() && admitted ? Reading.deleted() : Reading.absent();
        }
        requireAllowed(admitted);
        return Reading.of(scope(live.get()));
    }

    /** Whether this token sees the record in an enumeration. */
    boolean reads(ReadToken token, ScopeRecord stored) {
        return live(Optional.of(stored)).isPresent() && stored.guard().admits(token);
    }

    /** Whether the record, now that it was used, must be renewed. */
    boolean due(ScopeRecord record) {
        return age.due(record);
    }

    /**
     * All scopes may be taken out and in by administrators alone, whatever checks are off.
     *
     * @throws CometDenied if the caller is none
     */
    public void requireAdministrator() throws CometDenied {
        requireAllowed(trusted()
                && caller.identity()
                        .filter(identity -> settings.adminSubjects().admit(identity.subject()))
                        .isPresent());
    }

    static Scope scope(ScopeRecord live) {
        return Scope.of(live.key(), live.value().orElseThrow(), Optional.of(live.revision()));
    }

    private static Guard guard(Optional<ScopeRecord> stored) {
        return stored.map(ScopeRecord::guard).orElse(NOBODYS);
    }

    private Guard modifying(ScopeWrite write, ScopeRecord live, boolean admitted) throws CometException {
        if (admitted) {
            requireHolds(write.precondition(), Optional.of(live.revision()));
            return live.guard();
        }
        requireAllowed(rekeys(live) || (write.precondition().isAbsent() && privileged()));
        requireHoldsUnseen(write.precondition().holds(Optional.of(live.revision())));
        requireStrength(write.tokens());
        return guard(write.tokens());
    }

    private Guard creating(ScopeWrite write) throws CometException {
        requireAllowed(privileged());
        requireHolds(write.precondition(), Optional.empty());
        requireStrength(write.tokens());
        return guard(write.tokens());
    }

    private Guard guard(TokenPair tokens) {
        Guard guard = Guard.of(tokens);
        return caller.identity()
                .map(CallerIdentity::keyFingerprint)
                .map(guard::createdBy)
                .orElse(guard);
    }

    private boolean privileged() {
        return trusted() || !settings.switches().certificateCheck();
    }

    private boolean trusted() {
        return caller.standing() == Standing.TRUSTED
                && caller.identity()
                        .filter(identity -> settings.trustedSubjects().admit(identity.subject()))
                        .isPresent();
    }

    private boolean rekeys(ScopeRecord live) {
        return settings.switches().creatorRekeys()
                && trusted()
                && caller.identity()
                        .map(CallerIdentity::keyFingerprint)
                        .equals(live.guard().creator());
    }

    private Optional<ScopeRecord> known(Optional<ScopeRecord> stored) {
        return stored.filter(record -> !age.gone(record));
    }

    private Optional<ScopeRecord> live(Optional<ScopeRecord> stored) {
        return known(stored).filter(record -> !record.deleted());
    }

    private void requireSize(ScopeValue value) throws CometRejected {
        int limit = settings.limits().valueMaxBytes();
        String text = value.text().orElse("");
        if (text.length() > limit || text.getBytes(StandardCharsets.UTF_8).length > limit) {
            throw new CometRejected(CometCode.CONTENT_TOO_LARGE, "the value takes more than " + limit + " bytes");
        }
    }

    private void requireStrength(TokenPair tokens) throws CometRejected {
        Optional<String> violation = TokenRules.violation(tokens);
        if (settings.switches().tokenStrengthCheck() && violation.isPresent()) {
            throw new CometRejected(CometCode.BAD_REQUEST, violation.get());
        }
    }

    private static void requireAllowed(boolean allowed) throws CometDenied {
        if (!allowed) {
            throw new CometDenied("the certificate or a token does not allow this");
        }
    }

    private static void requireHolds(Precondition precondition, Optional<Revision> current) throws CometConflict {
        if (!precondition.holds(current)) {
            throw new CometConflict("the scope is not at the revision that the call demands", current);
        }
    }

    private static void requireHoldsUnseen(boolean holds) throws CometConflict {
        if (!holds) {
            throw new CometConflict("the scope is not at the revision that the call demands", Optional.empty());
        }
    }
}
