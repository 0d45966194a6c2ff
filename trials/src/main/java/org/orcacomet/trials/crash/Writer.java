package org.orcacomet.trials.crash;

import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenPair;
import org.orcacomet.trials.service.Answer;
import org.orcacomet.trials.service.Marks;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.WireCaller;

/** Changes its scopes, one call after the other, and enters in its ledger what was acknowledged. */
final class Writer {
    private static final AtomicLong VALUES = new AtomicLong();
    private static final int LARGEST_BATCH = 5;
    private static final int KINDS = 10;

    private final Ledger ledger;
    private final TokenPair tokens;
    private final Random random;
    private final Revisions revisions;
    private final Tally tally;

    Writer(Ledger ledger, TokenPair tokens, Random random, Revisions revisions, Tally tally) {
        this.ledger = ledger;
        this.tokens = tokens;
        this.random = random;
        this.revisions = revisions;
        this.tally = tally;
    }

    /** Whether there is a scope left that no attempt is about. */
    boolean canGoOn() {
        return !ledger.settled().isEmpty();
    }

    /**
     * One change of what no attempt is about. If it throws, or the answer is a fault, the ledger has it as an attempt,
     * unless it cannot have been sent.
     *
     * @return whether it was answered
     */
    boolean act(WireCaller caller) throws IOException, InterruptedException {
        List<ScopeKey> scopes = new ArrayList<>(ledger.settled());
        Collections.shuffle(scopes, random);
        try {
            return change(caller, scopes);
        } catch (ConnectException notSent) {
            ledger.withdraw();
            throw notSent;
        }
    }

    private boolean change(WireCaller caller, List<ScopeKey> scopes) throws IOException, InterruptedException {
        ScopeKey key = scopes.get(0);
        return switch (random.nextInt(KINDS)) {
            case 0, 1, 2, 3 -> write(caller, key);
            case 4, 5 -> compareAndSet(caller, key);
            case 6, 7 -> delete(caller, key);
            default -> batch(caller, ofOneContext(scopes));
        };
    }

    private List<ScopeKey> ofOneContext(List<ScopeKey> scopes) {
        ContextId context = scopes.get(0).context();
        return scopes.stream()
                .filter(scope -> scope.context().equals(context))
                .limit(2 + random.nextInt(LARGEST_BATCH - 1))
                .toList();
    }

    /** Writes this scope. */
    boolean write(WireCaller caller, ScopeKey key) throws IOException, InterruptedException {
        String value = fresh();
        Attempt attempt = attempt(Set.of(key), Map.of(key, Optional.of(value)));
        return settle("writes", attempt, caller.write(key, tokens, value));
    }

    private boolean compareAndSet(WireCaller caller, ScopeKey key) throws IOException, InterruptedException {
        String value = fresh();
        Fate known = ledger.known(key);
        OptionalLong expected = known.isPresent() ? OptionalLong.of(known.revision()) : OptionalLong.empty();
        Attempt attempt = attempt(Set.of(key), Map.of(key, Optional.of(value)));
        return settle("compare-and-sets", attempt, caller.compareAndSet(key, tokens, value, expected));
    }

    private boolean delete(WireCaller caller, ScopeKey key) throws IOException, InterruptedException {
        boolean deletes = ledger.known(key).isPresent();
        Attempt attempt = attempt(Set.of(key), deletes ? Map.of(key, Optional.empty()) : Map.of());
        return settle("deletes", attempt, caller.delete(key, tokens));
    }

    private boolean batch(WireCaller caller, List<ScopeKey> keys) throws IOException, InterruptedException {
        List<String> values = new ArrayList<>();
        Map<ScopeKey, Optional<String>> changes = new HashMap<>();
        for (ScopeKey key : keys) {
            values.add(fresh());
            changes.put(key, Optional.of(values.get(values.size() - 1)));
        }
        Attempt attempt = attempt(changes.keySet(), changes);
        return settle("batches", attempt, caller.writeAll(keys, tokens, values));
    }

    private Attempt attempt(Set<ScopeKey> about, Map<ScopeKey, Optional<String>> changes) {
        long floor = changes.keySet().stream()
                .mapToLong(key -> revisions.highest(key.context()))
                .max()
                .orElse(0);
        Attempt attempt = new Attempt(about, changes, floor);
        ledger.attempt(attempt);
        return attempt;
    }

    private boolean settle(String kind, Attempt attempt, Answer answer) {
        if (answer.isFault()) {
            tally.count("answered with a fault");
            return false;
        }
        ledger.withdraw();
        tally.expect(answer.isOk(), "one of the " + kind + " was refused though it is right: " + answer);
        if (answer.isOk()) {
            tally.count("acknowledged " + kind);
            answer.revision().ifPresent(revision -> acknowledged(attempt, revision));
            attempt.changes().forEach((key, value) -> learn(key, value, answer));
        }
        return true;
    }

    private void acknowledged(Attempt attempt, long revision) {
        attempt.changes().keySet().stream()
                .findFirst()
                .ifPresent(key -> revisions.acknowledged(key.context(), revision, attempt.floor()));
    }

    private void learn(ScopeKey key, Optional<String> value, Answer answer) {
        ledger.learn(
                key,
                value.map(text -> Fate.present(text, answer.revision().orElse(0)))
                        .orElse(Fate.DELETED));
    }

    private static String fresh() {
        return Marks.value(VALUES.incrementAndGet());
    }
}
