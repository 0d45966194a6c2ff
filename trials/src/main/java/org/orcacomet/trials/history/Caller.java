package org.orcacomet.trials.history;

import java.io.IOException;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.orcacomet.api.TokenPair;
import org.orcacomet.trials.history.Operation.Kind;
import org.orcacomet.trials.service.Answer;
import org.orcacomet.trials.service.Marks;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.WireCaller;

/** Makes calls that chance picks, one after the other, and notes when each was made and what came of it. */
final class Caller {
    private static final AtomicLong VALUES = new AtomicLong();
    private static final int KINDS = 20;

    private final TriedHeads heads;
    private final TokenPair tokens;
    private final Random random;
    private final Tally tally;
    private int head;

    /** Begins with this head, and moves on to the next when one does not answer. */
    Caller(TriedHeads heads, int first, TokenPair tokens, Random random, Tally tally) {
        this.heads = heads;
        this.head = first;
        this.tokens = tokens;
        this.random = random;
        this.tally = tally;
    }

    /** One call on this scope. */
    void call(History history) throws InterruptedException {
        head = heads.awaitUp(head);
        Kind kind = kind(random.nextInt(KINDS));
        long number = VALUES.incrementAndGet();
        long expected = random.nextInt(4) == 0 ? 0 : history.seen();
        long call = System.nanoTime();
        Outcome outcome = outcome(history, kind, number, expected);
        long end = System.nanoTime();
        tally.count(outcome.isUnknown() ? "calls of unknown outcome" : "calls that were answered");
        Operation made = new Operation(call, end, kind, Long.toString(number), expected, outcome);
        if (!outcome.isUnknown()) {
            history.add(made);
            return;
        }
        if (kind != Kind.READ) {
            history.doubt(made, head);
        }
        head = (head + 1) % heads.size();
    }

    private static Kind kind(int chance) {
        if (chance < 8) {
            return Kind.READ;
        }
        if (chance < 13) {
            return Kind.WRITE;
        }
        return chance < 18 ? Kind.COMPARE_AND_SET : Kind.DELETE;
    }

    private Outcome outcome(History history, Kind kind, long number, long expected) throws InterruptedException {
        try {
            return outcome(kind, answer(history, kind, Marks.value(number), expected));
        } catch (IOException broken) {
            return Outcome.UNKNOWN;
        }
    }

    private Answer answer(History history, Kind kind, String value, long expected)
            throws IOException, InterruptedException {
        WireCaller wire = heads.caller(head);
        return switch (kind) {
            case READ -> wire.read(history.key(), tokens.read());
            case WRITE -> wire.write(history.key(), tokens, value);
            case DELETE -> wire.delete(history.key(), tokens);
            case COMPARE_AND_SET ->
                wire.compareAndSet(
                        history.key(), tokens, value, expected == 0 ? OptionalLong.empty() : OptionalLong.of(expected));
        };
    }

    private Outcome outcome(Kind kind, Answer answer) {
        if (answer.isFault()) {
            return Outcome.UNKNOWN;
        }
        long revision = answer.revision().orElse(0);
        if (answer.isConflict()) {
            return Outcome.conflict(revision);
        }
        if (!answer.isOk()) {
            tally.lost("a call that is right was answered " + answer);
            return Outcome.UNKNOWN;
        }
        return kind == Kind.READ ? reading(answer, revision) : Outcome.done(kind == Kind.DELETE ? 0 : revision);
    }

    private static Outcome reading(Answer answer, long revision) {
        return switch (answer.state()) {
            case "present" -> Outcome.present(number(answer.text().orElse("")), revision);
            case "deleted" -> Outcome.DELETED;
            default -> Outcome.ABSENT;
        };
    }

    /** A value's number: histories are printed, and values are not. */
    private static String number(String value) {
        return value.substring(value.lastIndexOf('-') + 1);
    }
}
