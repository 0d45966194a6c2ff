package org.orcacomet.shell.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenPair;
import org.orcacomet.service.Caller;
import org.orcacomet.service.CometService;
import org.orcacomet.service.explain.Explanation;
import org.orcacomet.service.explain.PlannedCall;
import org.orcacomet.service.explain.Requirement;
import org.orcacomet.service.explain.Step;

/** {@code comet:explain}: why a call would be refused or not. */
final class ExplainCommand {
    private static final String TAKEN = "read|write|delete CONTEXT FAMILY KEY --tokens FILE"
            + " [--trusted CERTIFICATE | --valid CERTIFICATE] [--revision N | --revision absent]";

    private final CometService service;
    private Caller caller = Caller.anonymous();
    private Precondition precondition = Precondition.none();
    private TokenPair tokens;

    ExplainCommand(CometService service) {
        this.service = service;
    }

    String run(Words words) throws CometException {
        words.require(words.count() >= 6 && words.count() % 2 == 0, TAKEN);
        Deque<String> rest = new ArrayDeque<>(words.all());
        PlannedCall.Kind kind = kind(rest.pop(), words);
        ScopeKey key = ScopeKey.of(ContextId.parse(rest.pop()), Family.parse(rest.pop()), EntryKey.parse(rest.pop()));
        while (!rest.isEmpty()) {
            option(rest.pop(), rest.pop(), words);
        }
        words.require(tokens != null, TAKEN);
        return shown(service.explain(caller, new PlannedCall(kind, key, tokens, precondition)));
    }

    private static PlannedCall.Kind kind(String word, Words words) {
        words.require(word.matches("read|write|delete"), TAKEN);
        return PlannedCall.Kind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private void option(String name, String value, Words words) {
        switch (name) {
            case "--tokens" -> tokens = TokenFile.read(value);
            case "--trusted" -> caller = Caller.trusted(CertificateFile.identity(value));
            case "--valid" -> caller = Caller.valid(CertificateFile.identity(value));
            case "--revision" -> precondition = precondition(value, words);
            default -> words.require(false, TAKEN);
        }
    }

    private static Precondition precondition(String value, Words words) {
        if (value.equals("absent")) {
            return Precondition.absent();
        }
        words.require(value.matches("[1-9][0-9]{0,17}"), TAKEN);
        return Precondition.is(Revision.of(Long.parseLong(value)));
    }

    private static String shown(Explanation explanation) {
        Table table = new Table("", "WHAT", "FINDING");
        for (Step step : explanation.steps()) {
            table.row(step.holds() ? "+" : "-", step.what(), step.finding());
        }
        String refused = explanation
                .refusal()
                .map(code -> "Refused with " + code
                        + explanation
                                .missing()
                                .map(Requirement::sentence)
                                .map(sentence -> ": " + sentence)
                                .orElse("") + ".\n")
                .orElse("");
        return table + "\n" + refused + Printable.line(explanation.outcome());
    }
}
