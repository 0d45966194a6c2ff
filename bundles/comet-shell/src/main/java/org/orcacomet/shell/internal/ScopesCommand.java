package org.orcacomet.shell.internal;

import java.util.Optional;
import java.util.stream.Collectors;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.service.admin.Console;
import org.orcacomet.service.admin.ContextPage;
import org.orcacomet.service.admin.ContextScopes;
import org.orcacomet.service.admin.ContextSummary;
import org.orcacomet.service.admin.ScopeSummary;

/** {@code comet:scopes}: which contexts there are, or which scopes of one. */
final class ScopesCommand {
    private static final int PAGE = 100;
    private static final String AFTER = "--after";

    private final Console console;

    ScopesCommand(Console console) {
        this.console = console;
    }

    String run(Words words) throws CometException {
        boolean paged = words.count() > 0 && words.get(0).equals(AFTER);
        words.require(paged ? words.count() == 2 : words.count() <= 1, "nothing, CONTEXT, or --after CONTEXT");
        if (words.count() == 1) {
            return scopes(ContextId.parse(words.get(0)));
        }
        return contexts(paged ? Optional.of(ContextId.parse(words.get(1))) : Optional.empty());
    }

    private String contexts(Optional<ContextId> after) throws CometException {
        ContextPage page = console.contexts(after, PAGE);
        Table table = new Table("CONTEXT", "REVISION", "PRESENT", "NULL", "DELETED", "CHANGED", "FAMILIES");
        for (ContextSummary context : page.contexts()) {
            table.row(
                    context.context(),
                    context.revision(),
                    context.counts().present(),
                    context.counts().nulls(),
                    context.counts().deleted(),
                    context.changed().map(Object::toString).orElse("-"),
                    context.families().stream().map(Family::toString).collect(Collectors.joining(",")));
        }
        return table
                + page.next()
                        .map(next -> "\nThere may be more: comet:scopes " + AFTER + " '"
                                + Printable.line(next.toString()) + "'")
                        .orElse("");
    }

    private String scopes(ContextId name) throws CometException {
        ContextScopes context = console.context(name);
        Table table = new Table("FAMILY", "KEY", "STATE", "REVISION", "CHANGED", "BYTES");
        for (ScopeSummary scope : context.scopes()) {
            table.row(
                    scope.key().family(),
                    scope.key().key(),
                    scope.state(),
                    scope.revision(),
                    scope.changed(),
                    scope.bytes());
        }
        return table + "\nThe context is at revision " + context.revision() + ".";
    }
}
