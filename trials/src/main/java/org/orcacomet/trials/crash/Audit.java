package org.orcacomet.trials.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenPair;
import org.orcacomet.trials.service.Answer;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.WireCaller;

/** Compares the service, after a restart, with the ledgers, and enters in them which attempts have happened. */
final class Audit {
    private final List<WireCaller> callers;
    private final TokenPair tokens;
    private final Revisions revisions;
    private final Tally tally;
    private int asked;

    Audit(List<WireCaller> callers, TokenPair tokens, Revisions revisions, Tally tally) {
        this.callers = callers;
        this.tokens = tokens;
        this.revisions = revisions;
        this.tally = tally;
    }

    /** Looks at every scope, and at the contexts as a whole. */
    void check(List<Ledger> ledgers, List<ContextId> contexts) throws IOException, InterruptedException {
        for (Ledger ledger : ledgers) {
            check(ledger);
        }
        for (ContextId context : contexts) {
            check(context, ledgers);
        }
    }

    /** Each call asks another head. */
    private WireCaller next() throws IOException {
        asked = (asked + 1) % callers.size();
        return callers.get(asked);
    }

    private void check(Ledger ledger) throws IOException, InterruptedException {
        Map<ScopeKey, Fate> seen = new HashMap<>();
        for (ScopeKey key : ledger.scopes()) {
            seen.put(key, Fate.of(next().read(key, tokens.read())));
            tally.count("scopes looked at");
        }
        Set<ScopeKey> changed = ledger.attempts().stream()
                .filter(attempt -> happened(attempt, seen))
                .flatMap(attempt -> attempt.changes().keySet().stream())
                .collect(Collectors.toSet());
        seen.forEach((key, fate) -> {
            tally.expect(
                    changed.contains(key) || fate.equals(ledger.known(key)),
                    key + " was acknowledged as " + ledger.known(key) + " and is " + fate);
            ledger.learn(key, fate);
        });
        ledger.settle();
    }

    /** Whether what was in flight at the kill has happened, in all of its parts or in none. */
    private boolean happened(Attempt attempt, Map<ScopeKey, Fate> seen) {
        Set<ScopeKey> changed = attempt.changes().keySet();
        long made =
                changed.stream().filter(key -> attempt.made(key, seen.get(key))).count();
        tally.count(made == 0 ? "in flight, did not happen" : "in flight, happened");
        tally.expect(
                made == 0 || made == changed.size(), "half a batch: " + made + " of " + changed.size() + " are there");
        long under =
                changed.stream().map(key -> seen.get(key).revision()).distinct().count();
        tally.expect(made == 0 || under == 1, "a batch is there under " + under + " revisions");
        return made > 0;
    }

    private void check(ContextId context, List<Ledger> ledgers) throws IOException, InterruptedException {
        Answer listing = next().enumerate(context, tokens.read());
        Set<String> listed = new HashSet<>();
        for (JsonNode entry : listing.body().path("value").path("entries")) {
            ScopeKey key = ScopeKey.of(
                    context,
                    Family.parse(entry.path("family").asText()),
                    EntryKey.parse(entry.path("key").asText()));
            Fate fate = Fate.present(
                    entry.path("value").asText(), entry.path("revision").asLong());
            listed.add(line(key, fate));
        }
        tally.expect(listed.equals(present(context, ledgers)), context + " lists other scopes than those read");
        long revision = listing.revision().orElse(0);
        long highest = revisions.highest(context);
        tally.expect(
                listed.isEmpty() || revision >= highest,
                context + " is at revision " + revision + ", and " + highest + " was acknowledged");
    }

    private static Set<String> present(ContextId context, List<Ledger> ledgers) {
        Set<String> lines = new HashSet<>();
        for (Ledger ledger : ledgers) {
            ledger.scopes().stream()
                    .filter(key -> key.context().equals(context))
                    .filter(key -> ledger.known(key).isPresent())
                    .forEach(key -> lines.add(line(key, ledger.known(key))));
        }
        return lines;
    }

    private static String line(ScopeKey key, Fate fate) {
        return key + "=" + fate.value() + "@" + fate.revision();
    }
}
