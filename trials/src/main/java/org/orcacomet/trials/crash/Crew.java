package org.orcacomet.trials.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenPair;
import org.orcacomet.trials.service.Heads;
import org.orcacomet.trials.service.Marks;
import org.orcacomet.trials.service.Probe;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.WireCaller;

/** Several writers with their ledgers: they write at a time, each its own scopes in contexts that all share. */
final class Crew {
    private static final int LARGE = 1_000_000;
    private static final int MOST_LARGE = 1000;
    private static final ScopeKey LARGE_SCOPE =
            ScopeKey.of(ContextId.parse("large"), Family.parse("users"), EntryKey.parse("large"));
    private static final List<ContextId> CONTEXTS = List.of(ContextId.parse("slice-1"), ContextId.parse("slice-2"));

    private final Tally tally;
    private final Random random;
    private final TokenPair tokens = Marks.tokens();
    private final Revisions revisions;
    private final List<Ledger> ledgers = new ArrayList<>();
    private final Ledger fence;
    private final Probe probe = new Probe();

    Crew(Tally tally, Random random, int writers) {
        this.tally = tally;
        this.random = random;
        this.revisions = new Revisions(tally);
        IntStream.range(0, writers).forEach(writer -> ledgers.add(new Ledger(writer, CONTEXTS)));
        this.fence = new Ledger(writers, CONTEXTS);
    }

    /** Compares all of the service with the ledgers, and has them know what became of what was in flight. */
    void audit(Heads heads) throws IOException, InterruptedException {
        new Audit(callers(heads), tokens, revisions, tally).check(all(), CONTEXTS);
    }

    /**
     * One change of each context: what a head that has ended had sent to the store before, and what has not happened yet,
     * can not happen any more, as it demands of the context what was there before.
     */
    void fence(Heads heads) throws IOException, InterruptedException {
        Writer writer = new Writer(fence, tokens, random, revisions, tally);
        for (ScopeKey key : fence.scopes()) {
            tally.expect(
                    writer.write(heads.patient(0), key), "a call was answered with a fault when all was well again");
        }
    }

    /** Each makes so many changes, none of which may fail. */
    void write(Heads heads, int changes) throws IOException, InterruptedException {
        join(start(Shift.of(heads, changes)));
    }

    /** Within five minutes a change is answered well again by each head. */
    void awaitService(Heads heads) throws IOException, InterruptedException {
        probe.await(heads, tally);
    }

    /** Large changes until one is refused, as it is once the log has used up what it had reserved of the disk. */
    void useUp(Heads heads) throws IOException, InterruptedException {
        WireCaller caller = heads.caller(0);
        String large = Marks.value(0) + "-".repeat(LARGE);
        for (int i = 0;
                i < MOST_LARGE && caller.write(LARGE_SCOPE, tokens, large).isOk();
                i++) {
            tally.count("large changes until the disk was full");
        }
    }

    static void join(List<Thread> writers) throws InterruptedException {
        for (Thread writer : writers) {
            writer.join();
        }
    }

    /** All work, each beginning at another head, until the shift is over or each head in turn has failed them. */
    List<Thread> start(Shift shift) {
        List<Thread> threads = new ArrayList<>();
        for (Ledger ledger : ledgers) {
            Writer writer = new Writer(ledger, tokens, new Random(random.nextLong()), revisions, tally);
            int first = threads.size();
            Thread thread = new Thread(() -> new Work(writer, shift, tally).run(first), "writer-" + first);
            threads.add(thread);
            thread.start();
        }
        return threads;
    }

    private List<Ledger> all() {
        return Stream.concat(ledgers.stream(), Stream.of(fence)).toList();
    }

    private static List<WireCaller> callers(Heads heads) throws IOException {
        List<WireCaller> callers = new ArrayList<>();
        for (int head = 0; head < heads.size(); head++) {
            callers.add(heads.patient(head));
        }
        return callers;
    }
}
