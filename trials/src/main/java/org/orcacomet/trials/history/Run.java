package org.orcacomet.trials.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.orcacomet.api.TokenPair;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.Marks;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.TrialFailure;
import org.orcacomet.trials.service.WireCaller;

/** Callers at work while the service suffers, and the check of what they saw. */
final class Run {
    private static final int CALLERS = 8;
    private static final int CALLS_PER_FAULT = 500;
    private static final int LOOK_MILLIS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Tally tally;
    private final Random random;
    private final long limit;
    private final TokenPair tokens = Marks.tokens();
    private final Histories histories = new Histories();
    private final AtomicInteger working = new AtomicInteger(CALLERS);

    Run(Path folder, Tally tally, Random random, long limit) {
        this.folder = folder;
        this.tally = tally;
        this.random = random;
        this.limit = limit;
    }

    /** Makes the calls, and checks them. */
    void make(Path server) throws IOException, InterruptedException, TrialFailure {
        Launch launch = Launch.of(server, folder.resolve("service"));
        try (TriedService service = new TriedService(launch, tally, random)) {
            List<Thread> callers = callers(service);
            long next = random.nextInt(CALLS_PER_FAULT);
            while (working.get() > 0) {
                Thread.sleep(LOOK_MILLIS);
                if (histories.calls() >= next) {
                    service.suffer();
                    next = histories.calls() + random.nextInt(CALLS_PER_FAULT);
                }
            }
            for (Thread caller : callers) {
                caller.join();
            }
            service.stop();
            check(service);
        }
    }

    private List<Thread> callers(TriedService service) throws IOException {
        WireCaller wire = new WireCaller(service.address(), service.tls(), PATIENCE);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Random chance = new Random(random.nextLong());
            Caller caller = new Caller(service, wire, tokens, chance, tally);
            Thread thread = new Thread(() -> call(caller, chance), "caller-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        return threads;
    }

    private void call(Caller caller, Random chance) {
        try {
            Optional<History> history = histories.next(chance, limit);
            while (history.isPresent()) {
                caller.call(history.get());
                history = histories.next(chance, limit);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            working.decrementAndGet();
        }
    }

    private void check(TriedService service) throws IOException {
        for (History history : histories.all()) {
            List<Operation> operations = bounded(history, service);
            tally.count("histories checked");
            tally.count("calls checked", operations.size());
            Optional<Operation> violation = Linearizability.violation(operations);
            if (violation.isPresent()) {
                Path file = write(history, operations);
                tally.lost(history.key() + " is not linearizable at " + violation.get() + ": see " + file);
            }
        }
    }

    /** What had no answer can have happened until the process ended that got it. */
    private static List<Operation> bounded(History history, TriedService service) {
        return history.operations().stream()
                .map(call -> call.outcome().isUnknown() ? call.endingAt(service.endAfter(call.call())) : call)
                .toList();
    }

    private Path write(History history, List<Operation> operations) throws IOException {
        List<String> lines = operations.stream()
                .sorted(Comparator.comparingLong(Operation::call))
                .map(Operation::toString)
                .toList();
        return Files.write(folder.resolve(history.key().key() + ".txt"), lines);
    }
}
