package org.orcacomet.service.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
import org.orcacomet.service.explain.Requirement;
import org.orcacomet.service.explain.Step;
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
    private final Consumer<Requirement> onRefusal;

    /** What this caller may do at this moment, under these settings. */
    public Authorizer(ServiceSettings settings, Caller caller, Instant now) {
        this(settings, caller, now, requirement -> {});
    }

    /** The same, which tells what it refuses for, before it does. */
    Authorizer(ServiceSettings settings, Caller caller, Instant now, Consumer<Requirement> onRefusal) {
        this.settings = settings;
        this.caller = caller;
        this.age = new Age(settings.lifetimes(), now);
        this.onRefusal = onRefusal;
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
        requireAllowed(privileged(), Requirement.TRUST);
        Optional<ScopeRecord> known = known(stored);
        boolean admitted = guard(known).admits(tokens);
        requireAllowed(known.isEmpty() || admitted, Requirement.TOKENS);
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
        requireAllowed(admitted, Requirement.TOKENS);
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
        requireAllowed(
                trusted()
                        && caller.identity()
                                .filter(identity -> settings.adminSubjects().admit(identity.subject()))
                                .isPresent(),
                Requirement.TRUST);
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
        requireAllowed(rekeys(live) || (write.precondition().isAbsent() && privileged()), Requirement.TOKENS);
        requireHoldsUnseen(write.precondition().holds(Optional.of(live.revision())));
        requireStrength(write.tokens());
        return guard(write.tokens());
    }

    private Guard creating(ScopeWrite write) throws CometException {
        requireAllowed(privileged(), Requirement.TRUST);
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

    Optional<ScopeRecord> known(Optional<ScopeRecord> stored) {
        return stored.filter(record -> !age.gone(record));
    }

    Optional<ScopeRecord> live(Optional<ScopeRecord> stored) {
        return known(stored).filter(record -> !record.deleted());
    }

    private void requireSize(ScopeValue value) throws CometRejected {
        int limit = settings.limits().valueMaxBytes();
        String text = value.text().orElse("");
        if (text.length() > limit || text.getBytes(StandardCharsets.UTF_8).length > limit) {
            onRefusal.accept(Requirement.SIZE);
            throw new CometRejected(CometCode.CONTENT_TOO_LARGE, "the value takes more than " + limit + " bytes");
        }
    }

    private void requireStrength(TokenPair tokens) throws CometRejected {
        Optional<String> violation = TokenRules.violation(tokens);
        if (settings.switches().tokenStrengthCheck() && violation.isPresent()) {
            onRefusal.accept(Requirement.STRENGTH);
            throw new CometRejected(CometCode.BAD_REQUEST, violation.get());
        }
    }

    private void requireAllowed(boolean allowed, Requirement requirement) throws CometDenied {
        if (!allowed) {
            onRefusal.accept(requirement);
            throw new CometDenied("the certificate or a token does not allow this");
        }
    }

    private void requireHolds(Precondition precondition, Optional<Revision> current) throws CometConflict {
        requireHolds(precondition.holds(current), current);
    }

    private void requireHoldsUnseen(boolean holds) throws CometConflict {
        requireHolds(holds, Optional.empty());
    }

    private void requireHolds(boolean holds, Optional<Revision> told) throws CometConflict {
        if (!holds) {
            onRefusal.accept(Requirement.PRECONDITION);
            throw new CometConflict("the scope is not at the revision that the call demands", told);
        }
    }

    /** What it thinks of its caller. */
    List<Step> steps() {
        boolean chained = caller.standing() == Standing.TRUSTED;
        String certificate =
                switch (caller.standing()) {
                    case ANONYMOUS -> "there is none in its dates";
                    case VALID -> "it is in its dates, and not chained to a trust root";
                    case TRUSTED -> "it is in its dates, and chained to a trust root";
                };
        boolean admitted = caller.identity()
                .filter(identity -> settings.trustedSubjects().admit(identity.subject()))
                .isPresent();
        String off = settings.switches().certificateCheck() ? "" : "; certificate.check is off: nobody needs one";
        return List.of(
                new Step("certificate", chained, certificate + off),
                new Step(
                        "subject",
                        admitted,
                        admitted ? "trusted.subjects admits it" : "trusted.subjects does not admit it"));
    }

    /** What it thinks of who created this. */
    Step creatorStep(ScopeRecord record) {
        boolean may = rekeys(record);
        return new Step(
                "creator",
                may,
                may ? "the caller, who may set new tokens" : "not this caller, or creator.rekeys is off");
    }

    /** What it thinks of these tokens, were they a new scope's. */
    Step strengthStep(TokenPair tokens) {
        Optional<String> violation = TokenRules.violation(tokens);
        String off = settings.switches().tokenStrengthCheck() ? "" : "; token.strength.check is off";
        return new Step("strength", violation.isEmpty(), violation.orElse("the tokens obey the rules") + off);
    }
}
