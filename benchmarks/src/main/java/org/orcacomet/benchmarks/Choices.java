package org.orcacomet.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.orcacomet.benchmarks.etcd.EtcdBinary;
import org.orcacomet.trials.service.TrialFailure;
import org.orcacomet.trials.service.TrialRun;
import picocli.CommandLine.Option;

/** What the user chose. */
final class Choices {
    static final String JETTY = "jetty";
    static final String ETCD = "etcd";
    static final String NOTHING = "nothing";

    private static final int MOST_CONNECTIONS = 1_000;
    private static final int LEAST_SCOPES = 10;

    @Option(
            names = "--only",
            split = ",",
            description = "What is measured, of: write, read, enumerate-10, enumerate-1000, mixed, fresh-read, slice,"
                    + " store (these), accumulo, heads.")
    private List<String> only = Parts.usual();

    @Option(
            names = "--beside",
            split = ",",
            defaultValue = "jetty,etcd",
            description = "Beside what the service is measured, of: jetty, etcd; or nothing (${DEFAULT-VALUE}).")
    List<String> beside;

    @Option(
            names = "--connections",
            split = ",",
            defaultValue = "1,16,64",
            description = "How many at once (${DEFAULT-VALUE}).")
    List<Integer> connections;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "How long each server is asked in a round (${DEFAULT-VALUE}).")
    int seconds;

    @Option(names = "--rounds", defaultValue = "5", description = "How often each has its turn (${DEFAULT-VALUE}).")
    int rounds;

    @Option(
            names = "--warm-up",
            defaultValue = "10",
            description = "For how many seconds each server is asked before it is measured (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--grow",
            split = ",",
            arity = "0..1",
            fallbackValue = "10000,1000000,10000000",
            description = "Measures the service alone instead, as its data grows to these numbers of scopes"
                    + " (${FALLBACK-VALUE}).")
    List<Integer> grow;

    @Option(
            names = "--java-options",
            defaultValue = "",
            description = "What is passed to the service's Java, to profile it.")
    String javaOptions;

    @Option(
            names = "--head-through",
            split = " ",
            paramLabel = "PROGRAM",
            description = "What starts each head, and may limit it, such as"
                    + " 'systemd-run --scope --quiet -p CPUQuota=20%%'.")
    List<String> headThrough = List.of();

    @Option(names = "--keep", description = "Leaves the run's folder, with the servers' data and logs, where it is.")
    boolean keep;

    @Option(names = "--etcd", description = "etcd's program; Debian's newest is fetched where none is named.")
    private Path etcd;

    @Option(names = "--cluster", hidden = true, required = true, description = "The folder of Accumulo's libraries.")
    Path cluster;

    @Option(names = "--fetch-etcd", hidden = true, required = true, description = "What fetches it.")
    private Path fetchEtcd;

    /** Refuses what cannot be done. */
    void check(TrialRun run) {
        run.require(Parts.all().containsAll(only), "--only takes words of " + String.join(", ", Parts.all()));
        run.require(
                List.of(JETTY, ETCD, NOTHING).containsAll(beside), "--beside takes words of jetty, etcd, or nothing");
        run.require(
                Collections.min(connections) >= 1 && Collections.max(connections) <= MOST_CONNECTIONS,
                "--connections takes numbers from 1 to " + MOST_CONNECTIONS);
        run.require(seconds >= 1, "--seconds takes a number from 1");
        run.require(rounds >= 1, "--rounds takes a number from 1");
        run.require(warmUp >= 1, "--warm-up takes a number from 1");
        run.require(
                grow == null || Collections.min(grow) >= LEAST_SCOPES && isGrowing(),
                "--grow takes numbers from " + LEAST_SCOPES + ", each larger than the one before");
        run.require(etcd == null || Files.isExecutable(etcd), "--etcd takes a program");
    }

    private boolean isGrowing() {
        return grow.stream().sorted().distinct().toList().equals(grow);
    }

    Parts parts() {
        return new Parts(only);
    }

    Turns turns() {
        return new Turns(rounds, Duration.ofSeconds(seconds), Duration.ofSeconds(warmUp));
    }

    EtcdBinary etcd(Path work) throws IOException, InterruptedException, TrialFailure {
        return etcd == null
                ? EtcdBinary.fetched(fetchEtcd, work.resolveSibling("etcd"))
                : new EtcdBinary(etcd.toAbsolutePath());
    }
}
