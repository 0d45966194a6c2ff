package org.orcacomet.service;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Enumeration;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;
import org.orcacomet.api.Scope;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;
import org.orcacomet.service.explain.Explanation;
import org.orcacomet.service.explain.PlannedCall;
import org.orcacomet.service.testkit.Case;
import org.orcacomet.service.testkit.Deed;
import org.orcacomet.service.testkit.Setup;
import org.orcacomet.service.testkit.Stage;
import org.orcacomet.service.testkit.Who;

/** A case of the authorization table as a call of the service, all of which is ready before the call. */
final class ServiceCase {
    private static final ScopeValue NEW = ScopeValue.of(Stage.NEW_VALUE);
    private static final String DENIAL = "the certificate or a token does not allow this";

    private final Case it;
    private final ScopeKey key;
    private final TokenPair tokens;
    private final ScopeWrite write;
    private final ScopeWrite neighbours;

    ServiceCase(ContextId context, Case it) {
        this.it = it;
        this.key = Stage.scope(context);
        this.tokens = it.scene().pair();
        this.write = ScopeWrite.of(key, tokens, NEW).when(it.scene().precondition());
        this.neighbours = ScopeWrite.of(Stage.neighbour(context), Stage.neighboursTokens(), NEW);
    }

    /** A caller of this kind. */
    static Caller caller(Who who) {
        String key = who.creatorsKey() ? "the creator's" : "the colleague's";
        CallerIdentity identity = CallerIdentity.of(who.listed() ? Setup.LISTED : Setup.UNLISTED, key);
        return switch (who.standing()) {
            case ANONYMOUS -> Caller.anonymous();
            case VALID -> Caller.valid(identity);
            case TRUSTED -> Caller.trusted(identity);
        };
    }

    /** What comes of it, in the words of the table. */
    String answer(CometService service) {
        try {
            return call(service.as(caller(it.who())));
        } catch (CometConflict e) {
            return "412" + at(e.current());
        } catch (CometDenied e) {
            return e.getMessage().replace("entry 1: ", "").equals(DENIAL) ? "403" : "403 that says more";
        } catch (CometException e) {
            return String.valueOf(e.code().status());
        }
    }

    /** What is said beforehand of the call: a status, or how it would be answered; nothing of calls on more than one scope. */
    String explanation(CometService service) {
        if (it.deed() != Deed.WRITE && it.deed() != Deed.DELETE && it.deed() != Deed.READ) {
            return "";
        }
        PlannedCall.Kind kind = PlannedCall.Kind.valueOf(it.deed().name());
        try {
            return said(service.explain(caller(it.who()), new PlannedCall(kind, key, tokens, write.precondition())));
        } catch (CometException e) {
            return e.getMessage();
        }
    }

    private String said(Explanation explanation) {
        boolean refused = explanation.refusal().isPresent();
        if (refused != explanation.missing().isPresent() || explanation.steps().size() < 5) {
            return "half";
        }
        String answered = it.deed() == Deed.READ
                ? explanation.outcome().substring(explanation.outcome().lastIndexOf(' ') + 1)
                : "ok";
        return explanation.refusal().map(code -> String.valueOf(code.status())).orElse(answered);
    }

    private String call(Comet comet) throws CometException {
        return switch (it.deed()) {
            case WRITE -> "ok" + at(comet.write(write));
            case BATCH -> "ok" + at(comet.writeAll(WriteBatch.of(List.of(neighbours, write))));
            case DELETE -> {
                comet.delete(key, tokens, write.precondition());
                yield "ok";
            }
            case READ -> told(comet.read(key, tokens.read()));
            case ENUMERATE -> told(comet.enumerate(key.context(), tokens.read()));
            case LIST -> told(comet.enumerate(key.context(), key.family(), tokens.read()));
        };
    }

    private static String told(Reading reading) {
        return reading.state().toString().toLowerCase(Locale.ROOT)
                + at(reading.scope().flatMap(Scope::revision));
    }

    private static String told(Enumeration found) {
        String families = found.scopes().stream()
                .map(scope -> scope.key().family().toString())
                .collect(Collectors.joining(", ", "[", "]"));
        return families + at(found.revision());
    }

    private static String at(Optional<Revision> revision) {
        return revision.map(number -> "@" + number).orElse("");
    }
}
