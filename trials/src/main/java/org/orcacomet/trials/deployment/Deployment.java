package org.orcacomet.trials.deployment;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.orcacomet.accumulo.cluster.AccumuloCluster;
import org.orcacomet.trials.service.Folders;
import org.orcacomet.trials.service.Heads;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.TrialFailure;
import org.orcacomet.trials.service.WireCaller;

/**
 * Head nodes in front of one store, and the faults that befall them and it. One thread starts, harms and ends them; any
 * may call them.
 */
public final class Deployment implements Heads, AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(60);
    /** A machine that is busy stands still for some seconds, and that is to be no fault. */
    private static final Duration ATTEMPT = Duration.ofSeconds(10);

    /** Before a caller gives up, a head is to say that its store does not answer. */
    private static final Duration STORE_CALL = Duration.ofSeconds(8);

    private final List<Head> heads;
    private final Optional<AccumuloStore> store;
    private final Set<Integer> harmed = ConcurrentHashMap.newKeySet();

    /** One head that has its store to itself, in this folder; it does not run yet. */
    public static Deployment alone(Path server, Path folder) {
        return new Deployment(List.of(new Head(Launch.of(server, folder), LONG)), Optional.empty());
    }

    /** So many heads on a new table of this Accumulo, each in a folder of its own in this one; they do not run yet. */
    public static Deployment apart(Path server, Path folder, AccumuloCluster cluster, int heads)
            throws IOException, TrialFailure, InterruptedException {
        Files.createDirectories(folder);
        AccumuloStore table = new AccumuloStore(cluster, folder);
        Path tls = DevCerts.make(server, folder.resolve("tls"));
        List<Head> made = new ArrayList<>();
        for (int i = 1; i <= heads; i++) {
            Path data = folder.resolve("head-" + i);
            Folders.copy(tls, data.resolve("tls"));
            made.add(new Head(Launch.of(server, data).with(table.arguments(STORE_CALL)), ATTEMPT));
        }
        return new Deployment(made, Optional.of(table));
    }

    private Deployment(List<Head> heads, Optional<AccumuloStore> store) {
        this.heads = heads;
        this.store = store;
    }

    /** Whether the store is apart from the heads: what a head has sent to it may happen after that head has ended. */
    public boolean isStoreApart() {
        return store.isPresent();
    }

    @Override
    public int size() {
        return heads.size();
    }

    @Override
    public WireCaller caller(int number) throws IOException {
        return heads.get(number).caller();
    }

    /** The certificates that callers show to each head. */
    public Path tls() throws ConnectException {
        return heads.get(0).process().tls();
    }

    /** The address of this head as it runs now. */
    public URI address(int number) throws ConnectException {
        return heads.get(number).address();
    }

    @Override
    public WireCaller patient(int number) throws IOException {
        return heads.get(number).process().caller(number);
    }

    /** What calls this head by another address, which leads to it whenever it runs. */
    public WireCaller caller(int number, URI through) throws IOException {
        return heads.get(number).caller(through);
    }

    /** Starts the heads that do not run; all are ready then, and none may fail. */
    public void start() throws IOException, TrialFailure {
        for (Head head : heads) {
            head.begin();
        }
        for (Head head : heads) {
            head.await();
        }
        harmed.clear();
    }

    /** Whether something was done since the last start that this head may fail by. */
    public boolean mayFail(int number) {
        return harmed.contains(number);
    }

    /** Whether there is a head that runs. */
    public boolean isUp() {
        return heads.stream().anyMatch(Head::runs);
    }

    /** SIGKILL to this head, if it runs. */
    public void kill(int number) throws InterruptedException {
        harmed.add(number);
        heads.get(number).kill();
    }

    /** SIGKILL to each head that was harmed since the last start: from then on it does nothing more. */
    public void killHarmed() throws InterruptedException {
        for (int number : harmed) {
            heads.get(number).kill();
        }
    }

    /** This head, ended before if it runs, is killed so long after its start began. */
    public void killStarting(int number, long millis) throws IOException, InterruptedException {
        kill(number);
        heads.get(number).begin();
        Thread.sleep(millis);
        kill(number);
    }

    /** SIGSTOP to this head. */
    public void freeze(int number) throws IOException, InterruptedException {
        harmed.add(number);
        heads.get(number).process().pause();
    }

    /** SIGCONT to this head. */
    public void thaw(int number) throws IOException, InterruptedException {
        heads.get(number).process().resume();
    }

    /** The store, which is apart, suffers from now on. */
    public void harm(StoreFault fault) throws IOException {
        IntStream.range(0, size()).forEach(harmed::add);
        fault.begin(store.orElseThrow().cluster());
    }

    /** What made the store suffer is over; it may take longer until it serves again. */
    public void mend(StoreFault fault) throws IOException {
        fault.end(store.orElseThrow().cluster());
    }

    /** SIGTERM to all heads; their exit statuses. */
    public List<Integer> stop() throws IOException, InterruptedException, TrialFailure {
        List<Integer> statuses = new ArrayList<>();
        for (Head head : heads) {
            statuses.add(head.stop());
        }
        return statuses;
    }

    /** Kills what is left. */
    @Override
    public void close() {
        heads.forEach(Head::close);
    }
}
