package org.orcacomet.benchmarks.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.orcacomet.trials.service.ProcessUse;

/** Calls over several connections at once: on each the next as soon as the last one is answered. */
public final class Load {
    private final Peer peer;
    private final int connections;

    /** Load on this server over so many connections. */
    public Load(Peer peer, int connections) {
        this.peer = peer;
        this.connections = connections;
    }

    /** Sends each of these requests once. */
    public void send(Iterator<Request> requests) throws IOException, InterruptedException {
        all(worker -> {
            try (Wire wire = peer.connect()) {
                for (Optional<Request> next = next(requests); next.isPresent(); next = next(requests)) {
                    next.get().send(wire);
                }
            }
            return worker;
        });
    }

    private static Optional<Request> next(Iterator<Request> requests) {
        synchronized (requests) {
            return requests.hasNext() ? Optional.of(requests.next()) : Optional.empty();
        }
    }

    /** Calls for so long, and says what came of it. */
    public Sample run(Operation operation, Duration time) throws IOException, InterruptedException {
        Request[] requests = operation.requests(peer.language());
        return operation == Operation.FRESH_READ ? run(requests, fresh(), time) : run(requests, time);
    }

    /** Sends these requests for so long, by chance, and says what came of it. */
    public Sample run(Request[] requests, Duration time) throws IOException, InterruptedException {
        return run(requests, kept(), time);
    }

    private Sample run(Request[] requests, List<Wire> wires, Duration time) throws IOException, InterruptedException {
        try {
            double server = cpuSeconds(peer.pids());
            double client = cpuSeconds(List.of(ProcessHandle.current().pid()));
            long begin = System.nanoTime();
            List<int[]> micros = all(worker -> calls(wires.get(worker), requests, begin + time.toNanos()));
            double seconds = (System.nanoTime() - begin) / 1e9;
            double serverSeconds = cpuSeconds(peer.pids()) - server;
            double clientSeconds = cpuSeconds(List.of(ProcessHandle.current().pid())) - client;
            return Sample.of(micros.stream().flatMapToInt(Arrays::stream), seconds, serverSeconds, clientSeconds);
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }

    private static double cpuSeconds(List<Long> pids) throws IOException {
        double seconds = 0;
        for (long pid : pids) {
            seconds += ProcessUse.of(pid).cpuMillis() / 1e3;
        }
        return seconds;
    }

    private List<Wire> kept() throws IOException {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            wires.add(peer.connect());
        }
        return wires;
    }

    private List<Wire> fresh() {
        return IntStream.range(0, connections)
                .<Wire>mapToObj(i -> new FreshWire(peer))
                .toList();
    }

    private static int[] calls(Wire wire, Request[] requests, long end) throws IOException {
        SplittableRandom random = new SplittableRandom();
        Latencies latencies = new Latencies();
        for (long before = System.nanoTime(), after; before < end; before = after) {
            requests[random.nextInt(requests.length)].send(wire);
            after = System.nanoTime();
            latencies.add(after - before);
        }
        return latencies.all();
    }

    private interface Work<T> {
        T of(int worker) throws IOException;
    }

    private <T> List<T> all(Work<T> work) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int worker = i;
                tasks.add(() -> work.of(worker));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> task : threads.invokeAll(tasks)) {
                results.add(task.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new IOException(peer.name() + ": " + e.getCause().getMessage(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
