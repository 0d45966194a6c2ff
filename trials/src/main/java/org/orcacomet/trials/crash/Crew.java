package org.orcacomet.trials.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenPair;
import org.orcacomet.trials.service.Marks;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.WireCaller;

/** Several writers with their ledgers: they write at a time, each its own scopes in contexts that all share. */
final class Crew {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 100;
    private static final int LARGE = 1_000_000;
    private static final int MOST_LARGE = 1000;
    private static final ScopeKey PROBE =
            ScopeKey.of(ContextId.parse("probe"), Family.parse("users"), EntryKey.parse("probe"));
    private static final List<ContextId> CONTEXTS = List.of(ContextId.parse("slice-1"), ContextId.parse("slice-2"));

    private final Tally tally;
    private final Random random;
    private final TokenPair tokens = Marks.tokens();
    private final Revisions revisions;
    private final List<Ledger> ledgers = new ArrayList<>();

    Crew(Tally tally, Random random, int writers) {
        this.tally = tally;
        this.random = random;
        this.revisions = new Revisions(tally);
        IntStream.range(0, writers).forEach(writer -> ledgers.add(new Ledger(writer, CONTEXTS)));
    }

    /** Compares all of the service with the ledgers, and has them know what became of what was in flight. */
    void audit(ServiceProcess service) throws IOException, InterruptedException {
        new Audit(caller(service), tokens, revisions, tally).check(ledgers, CONTEXTS);
    }

    /** Each makes so many changes, none of which may fail. */
    void write(ServiceProcess service, int changes) throws IOException, InterruptedException {
        join(start(service, () -> false, changes));
    }

    /** Each makes changes until one fails, as it may when this holds. */
    List<Thread> writeUntil(ServiceProcess service, BooleanSupplier mayFail) throws IOException {
        return start(service, mayFail, Integer.MAX_VALUE);
    }

    /** Whether, within a minute, a change is answered well again. */
    boolean isServed(ServiceProcess service) throws IOException, InterruptedException {
        WireCaller caller = caller(service);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (caller.write(PROBE, tokens, Marks.value(0)).isOk()) {
                return true;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return false;
    }

    /** Large changes until one is refused, as it is once the log has used up what it had reserved of the disk. */
    void useUp(ServiceProcess service) throws IOException, InterruptedException {
        WireCaller caller = caller(service);
        String large = Marks.value(0) + "-".repeat(LARGE);
        for (int i = 0; i < MOST_LARGE && caller.write(PROBE, tokens, large).isOk(); i++) {
            tally.count("large changes until the disk was full");
        }
    }

    static void join(List<Thread> writers) throws InterruptedException {
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private List<Thread> start(ServiceProcess service, BooleanSupplier mayFail, int changes) throws IOException {
        WireCaller caller = caller(service);
        List<Thread> threads = new ArrayList<>();
        for (Ledger ledger : ledgers) {
            Writer writer = new Writer(ledger, tokens, new Random(random.nextLong()), revisions, tally);
            Thread thread = new Thread(() -> write(writer, caller, mayFail, changes), "writer-" + threads.size());
            threads.add(thread);
            thread.start();
        }
        return threads;
    }

    private void write(Writer writer, WireCaller caller, BooleanSupplier mayFail, int changes) {
        try {
            boolean answered = true;
            for (int i = 0; answered && i < changes; i++) {
                answered = writer.act(caller);
            }
            tally.expect(
                    answered || mayFail.getAsBoolean(), "a call was answered with a fault though nothing was wrong");
        } catch (IOException e) {
            tally.expect(mayFail.getAsBoolean(), "a call broke while the service was up: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static WireCaller caller(ServiceProcess service) throws IOException {
        return new WireCaller(service.address(), service.tls(), PATIENCE);
    }
}
