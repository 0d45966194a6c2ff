package org.orcacomet.trials.crash;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.TokenPair;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.Marks;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.TrialFailure;
import org.orcacomet.trials.service.WireCaller;

/** Starts the service, has writers write, kills it at a moment that chance picks, and looks at what is left. Again and again. */
final class Kills {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<ContextId> CONTEXTS = List.of(ContextId.parse("slice-1"), ContextId.parse("slice-2"));
    private static final int LONGEST_LIFE_MILLIS = 1500;
    private static final int LONGEST_START_MILLIS = 2500;
    private static final int STARTS_KILLED = 8;

    private final Launch launch;
    private final Tally tally;
    private final Random random;
    private final TokenPair tokens = Marks.tokens();
    private final Revisions revisions;
    private final List<Ledger> ledgers = new ArrayList<>();

    Kills(Launch launch, Tally tally, Random random, int writers) {
        this.launch = launch;
        this.tally = tally;
        this.random = random;
        this.revisions = new Revisions(tally);
        IntStream.range(0, writers).forEach(writer -> ledgers.add(new Ledger(writer, CONTEXTS)));
    }

    /** Kills it once more: one time of eight while it starts, else while it is written to. */
    void kill() throws IOException, InterruptedException, TrialFailure {
        if (random.nextInt(STARTS_KILLED) == 0) {
            killStarting();
        } else {
            killWriting();
        }
    }

    /** Starts it a last time, compares, and stops it as an operator does. */
    void finish() throws IOException, InterruptedException, TrialFailure {
        try (ServiceProcess service = launch.start()) {
            audit(service).check(ledgers, CONTEXTS);
            int status = service.stop();
            tally.expect(status == 0, "the service stopped with status " + status);
        }
    }

    private void killStarting() throws IOException, InterruptedException {
        try (ServiceProcess service = launch.begin()) {
            Thread.sleep(random.nextInt(LONGEST_START_MILLIS));
            service.kill();
        }
        tally.count("kills while it starts");
    }

    private void killWriting() throws IOException, InterruptedException, TrialFailure {
        try (ServiceProcess service = launch.start()) {
            audit(service).check(ledgers, CONTEXTS);
            AtomicBoolean killed = new AtomicBoolean();
            List<Thread> writers = startWriters(caller(service), killed);
            Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            killed.set(true);
            service.kill();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        tally.count("kills while it is written to");
    }

    private List<Thread> startWriters(WireCaller caller, AtomicBoolean killed) {
        List<Thread> threads = new ArrayList<>();
        for (Ledger ledger : ledgers) {
            Writer writer = new Writer(ledger, tokens, new Random(random.nextLong()), revisions, tally);
            Thread thread = new Thread(() -> write(writer, caller, killed), "writer-" + threads.size());
            threads.add(thread);
            thread.start();
        }
        return threads;
    }

    /** Writes until the service is gone; it must not break a call before. */
    private void write(Writer writer, WireCaller caller, AtomicBoolean killed) {
        try {
            while (writer.act(caller)) {
                Thread.onSpinWait();
            }
            tally.expect(killed.get(), "a call was answered with a fault while the service was up");
        } catch (IOException e) {
            tally.expect(killed.get(), "a call broke while the service was up: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Audit audit(ServiceProcess service) throws IOException {
        return new Audit(caller(service), tokens, revisions, tally);
    }

    private static WireCaller caller(ServiceProcess service) throws IOException {
        return new WireCaller(service.address(), service.tls(), PATIENCE);
    }
}
