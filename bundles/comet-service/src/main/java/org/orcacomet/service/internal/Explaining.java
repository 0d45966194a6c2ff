package org.orcacomet.service.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometException;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.service.Caller;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.explain.Explanation;
import org.orcacomet.service.explain.PlannedCall;
import org.orcacomet.service.explain.Requirement;
import org.orcacomet.service.explain.Step;
import org.orcacomet.store.Guard;
import org.orcacomet.store.ScopeRecord;

/** Has the Authorizer decide on a call that is not made, and tells what it has looked at. For one explanation. */
public final class Explaining {
    private final PlannedCall call;
    private final AtomicReference<Requirement> missing = new AtomicReference<>();
    private final Authorizer authorizer;

    /** Of this call, by this caller, at this moment. */
    public Explaining(PlannedCall call, ServiceSettings settings, Caller caller, Instant now) {
        this.call = call;
        this.authorizer = new Authorizer(settings, caller, now, missing::set);
    }

    /** On what the store has. */
    public Explanation explain(Optional<ScopeRecord> stored) {
        List<Step> steps = steps(stored);
        try {
            return new Explanation(steps, Optional.empty(), Optional.empty(), outcome(stored));
        } catch (CometException e) {
            Requirement why = missing.get();
            return new Explanation(
                    steps, Optional.of(e.code()), Optional.of(why), refused(e.code()) + ": " + why.sentence());
        }
    }

    private static String refused(CometCode code) {
        return "it would be refused, " + code.status() + " " + code;
    }

    private String outcome(Optional<ScopeRecord> stored) throws CometException {
        return switch (call.kind()) {
            case READ ->
                "it would be answered: the scope is "
                        + authorizer
                                .read(call.tokens().read(), stored)
                                .state()
                                .name()
                                .toLowerCase(Locale.ROOT);
            case WRITE -> written(stored);
            case DELETE ->
                authorizer.delete(call.tokens(), call.precondition(), stored).isPresent()
                        ? "it would delete the scope"
                        : "it would be answered, and there is nothing to delete";
        };
    }

    private String written(Optional<ScopeRecord> stored) throws CometException {
        ScopeWrite write =
                ScopeWrite.of(call.key(), call.tokens(), ScopeValue.ofNull()).when(call.precondition());
        Guard guard = authorizer.write(write, stored).guard();
        Optional<ScopeRecord> live = authorizer.live(stored);
        if (live.isEmpty()) {
            return "it would create the scope";
        }
        return live.get().guard().equals(guard)
                ? "it would modify the scope"
                : "it would write the scope with new tokens, as the caller created it";
    }

    private List<Step> steps(Optional<ScopeRecord> stored) {
        List<Step> steps = new ArrayList<>(authorizer.steps());
        Optional<ScopeRecord> known = authorizer.known(stored);
        steps.add(state(stored));
        known.ifPresent(record -> {
            boolean reads = record.guard().read().matches(call.tokens().read());
            boolean writes = record.guard().write().matches(call.tokens().write());
            steps.add(new Step("read token", reads, reads ? "it is the scope's" : "it is another one"));
            steps.add(new Step("write token", writes, writes ? "it is the scope's" : "it is another one"));
            steps.add(authorizer.creatorStep(record));
        });
        steps.add(precondition(stored));
        steps.add(authorizer.strengthStep(call.tokens()));
        return steps;
    }

    private Step state(Optional<ScopeRecord> stored) {
        Optional<ScopeRecord> known = authorizer.known(stored);
        if (known.isEmpty()) {
            String never = stored.isPresent() ? "its time is over, so it counts as never there" : "it is not there";
            return new Step("state", false, never);
        }
        ScopeRecord record = known.get();
        return new Step(
                "state",
                !record.deleted(),
                (record.deleted() ? "it was deleted, revision " : "it is there, revision ") + record.revision());
    }

    private Step precondition(Optional<ScopeRecord> stored) {
        Optional<Revision> current = authorizer.live(stored).map(ScopeRecord::revision);
        boolean holds = call.precondition().holds(current);
        return new Step("precondition", holds, holds ? "what is demanded is so" : "what is demanded is not so");
    }
}
