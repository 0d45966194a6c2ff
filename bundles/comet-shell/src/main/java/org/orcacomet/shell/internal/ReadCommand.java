package org.orcacomet.shell.internal;

import java.util.Optional;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.service.admin.Console;
import org.orcacomet.service.admin.ScopeContent;
import org.orcacomet.service.admin.ScopeSummary;

/** {@code comet:read}: a scope and its value. */
final class ReadCommand {
    private final Console console;

    ReadCommand(Console console) {
        this.console = console;
    }

    String run(Words words) throws CometException {
        words.require(words.count() == 3, "CONTEXT FAMILY KEY");
        ScopeKey key =
                ScopeKey.of(ContextId.parse(words.get(0)), Family.parse(words.get(1)), EntryKey.parse(words.get(2)));
        Optional<ScopeContent> found = console.read(key);
        return found.map(ReadCommand::shown).orElse("absent");
    }

    private static String shown(ScopeContent content) {
        ScopeSummary summary = content.summary();
        String head = summary.state() + ", revision " + summary.revision() + ", changed " + summary.changed() + ", "
                + summary.bytes() + " bytes";
        return content.value()
                .text()
                .map(text -> head + "\n" + Printable.lines(text))
                .orElse(head);
    }
}
