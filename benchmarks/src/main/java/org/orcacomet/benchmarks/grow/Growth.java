package org.orcacomet.benchmarks.grow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.orcacomet.benchmarks.http.CometPeer;
import org.orcacomet.benchmarks.load.Load;
import org.orcacomet.benchmarks.load.Place;
import org.orcacomet.benchmarks.load.Request;
import org.orcacomet.benchmarks.load.Sample;
import org.orcacomet.benchmarks.load.Values;
import org.orcacomet.trials.service.ProcessUse;
import org.orcacomet.trials.service.TrialFailure;

/** One service whose data grows: it is filled, stopped, started again, and asked. */
public final class Growth {
    private static final int CONNECTIONS = 16;
    private static final int MACHINES = 10;
    private static final int ASKED = 100_000;
    private static final int LEAST_ANSWER = 1;

    private final Path server;
    private final Path data;
    private final String javaOptions;
    private final Duration time;
    private int filled;

    /** The distribution, its data folder, the options of its Java, and how long it is asked. */
    public Growth(Path server, Path data, String javaOptions, Duration time) {
        this.server = server;
        this.data = data;
        this.javaOptions = javaOptions;
        this.time = time;
    }

    /** Grows to so many scopes, in slices of ten, and says what came of it. */
    public Grown to(int scopes) throws IOException, InterruptedException, TrialFailure {
        try (CometPeer comet = start()) {
            fill(comet, scopes / MACHINES);
        }
        long begin = System.nanoTime();
        try (CometPeer comet = start()) {
            double ready = (System.nanoTime() - begin) / 1e9;
            long atReady = resident(comet);
            Load load = new Load(comet, CONNECTIONS);
            load.run(reads(comet), time);
            Sample reads = load.run(reads(comet), time);
            Sample writes = load.run(writes(comet), time);
            return new Grown(scopes, ready, new Costs(atReady, resident(comet), size()), reads, writes);
        }
    }

    private CometPeer start() throws IOException, TrialFailure {
        return CometPeer.start(server, data, javaOptions);
    }

    private void fill(CometPeer comet, int slices) throws IOException, InterruptedException {
        Stream<Request> requests = IntStream.range(filled, slices)
                .mapToObj(i -> new Request(comet.language().writeAll(slice(i), machines(i)), LEAST_ANSWER));
        new Load(comet, CONNECTIONS).send(requests.iterator());
        filled = slices;
    }

    private Request[] reads(CometPeer comet) {
        return asked().map(place -> new Request(comet.language().read(place), Values.BYTES))
                .toArray(Request[]::new);
    }

    private Request[] writes(CometPeer comet) {
        return asked().map(place -> new Request(comet.language().write(place, Values.of(place)), LEAST_ANSWER))
                .toArray(Request[]::new);
    }

    private Stream<Place> asked() {
        SplittableRandom random = new SplittableRandom();
        return IntStream.range(0, ASKED)
                .mapToObj(i -> new Place(slice(random.nextInt(filled)), "vm-" + random.nextInt(MACHINES)));
    }

    private static Stream<Place> machines(int slice) {
        return IntStream.range(0, MACHINES).mapToObj(i -> new Place(slice(slice), "vm-" + i));
    }

    private static String slice(int number) {
        return String.format(Locale.ROOT, "slice-%08x", number * 0x9E3779B1);
    }

    private static long resident(CometPeer comet) throws IOException {
        return ProcessUse.of(comet.pid()).residentMib();
    }

    private double size() throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.mapToLong(file -> file.toFile().length()).sum() / 1e6;
        }
    }
}
