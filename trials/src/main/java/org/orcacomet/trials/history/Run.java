package org.orcacomet.trials.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.orcacomet.api.TokenPair;
import org.orcacomet.trials.deployment.Deployment;
import org.orcacomet.trials.service.Marks;
import org.orcacomet.trials.service.Tally;
import org.orcacomet.trials.service.TrialFailure;

/** Callers at work while the service suffers, and the check of what they saw. */
final class Run {
    private static final int CALLERS = 8;
    private static final int MOST_CALLS_PER_FAULT = 500;
    private static final int LOOK_MILLIS = 2;

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

    /** Makes the calls, and checks them; the heads run, and are stopped. */
    void make(Deployment deployment) throws IOException, InterruptedException, TrialFailure {
        try (TriedHeads heads = new TriedHeads(deployment)) {
            Misfortunes misfortunes = new Misfortunes(deployment, heads, tally, random);
            List<Thread> callers = callers(heads);
            long next = pause(heads, misfortunes);
            while (working.get() > 0) {
                Thread.sleep(LOOK_MILLIS);
                if (histories.calls() >= next) {
                    misfortunes.next();
                    next = histories.calls() + pause(heads, misfortunes);
                }
            }
            for (Thread caller : callers) {
                caller.join();
            }
            for (int status : deployment.stop()) {
                tally.expect(status == 0, "the service stopped with status " + status);
            }
            check(new Bounds(heads.ends(), deployment.isStoreApart()));
        }
    }

    /** How many calls there are before the next fault, and how many while it goes on: all kinds come before the last call. */
    private int pause(TriedHeads heads, Misfortunes misfortunes) {
        long first = Math.max(1, limit / (2 * (misfortunes.kinds() + 1)));
        int most = misfortunes.eachWasMade() ? MOST_CALLS_PER_FAULT : (int) Math.min(MOST_CALLS_PER_FAULT, first);
        int before = random.nextInt(most);
        heads.allow(before + most);
        return before;
    }

    private List<Thread> callers(TriedHeads heads) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Random chance = new Random(random.nextLong());
            Caller caller = new Caller(heads, i % heads.size(), tokens, chance, tally);
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

    private void check(Bounds bounds) throws IOException {
        for (History history : histories.all()) {
            List<Operation> operations = bounds.of(history);
            tally.count("histories checked");
            tally.count("calls checked", operations.size());
            Optional<Operation> violation = Linearizability.violation(operations);
            if (violation.isPresent()) {
                Path file = write(history, operations);
                tally.lost(history.key() + " is not linearizable at " + violation.get() + ": see " + file);
            }
        }
    }

    private Path write(History history, List<Operation> operations) throws IOException {
        List<String> lines = operations.stream()
                .sorted(Comparator.comparingLong(Operation::call))
                .map(Operation::toString)
                .toList();
        return Files.write(folder.resolve(history.key().key() + ".txt"), lines);
    }
}
