package org.orcacomet.trials.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.orcacomet.accumulo.cluster.AccumuloCluster;
import org.orcacomet.trials.service.TrialFailure;
import org.orcacomet.trials.service.TrialRun;
import picocli.CommandLine.Option;

/** Which store a trial's service is on, and how many head nodes are in front of it. */
public final class Setup implements AutoCloseable {
    private static final String ROCKSDB = "rocksdb";
    private static final String ACCUMULO = "accumulo";
    private static final int USUAL = 3;
    private static final int MOST = 9;

    @Option(
            names = "--store",
            defaultValue = ROCKSDB,
            description = "rocksdb (default), or accumulo, which is started.")
    private String store;

    @Option(names = "--heads", description = "How many head nodes are on it: 3 on accumulo, 1 on rocksdb.")
    private Integer heads;

    @Option(names = "--cluster", hidden = true, description = "The folder of Accumulo's libraries.")
    private Path libraries;

    private Optional<AccumuloCluster> cluster = Optional.empty();
    private final boolean given;

    private Setup(boolean given) {
        this.given = given;
    }

    /** One that starts the Accumulo that it needs. */
    public static Setup fresh() {
        return new Setup(false);
    }

    /** One that uses this Accumulo, and leaves it. */
    public static Setup on(AccumuloCluster running) {
        Setup setup = new Setup(true);
        setup.cluster = Optional.of(running);
        return setup;
    }

    /** Refuses what cannot be. */
    public void check(TrialRun run) {
        run.require(List.of(ROCKSDB, ACCUMULO).contains(store), "--store takes rocksdb or accumulo");
        run.require(heads() >= 1 && heads() <= MOST, "--heads takes a number from 1 to " + MOST);
        run.require(
                isApart() || heads() == 1, "--heads: with rocksdb there is one, as its store is one process's alone");
        run.require(
                !isApart() || given || libraries != null, "--store accumulo takes the folder of Accumulo's libraries");
    }

    /** Whether the store is apart from the heads. */
    public boolean isApart() {
        return ACCUMULO.equals(store);
    }

    private int heads() {
        return heads == null ? (isApart() ? USUAL : 1) : heads;
    }

    /** Heads of this distribution, none of which runs yet, on a new store that does; all in this folder. */
    public Deployment deploy(Path server, Path folder) throws IOException, TrialFailure, InterruptedException {
        return isApart()
                ? Deployment.apart(server, folder, accumulo(folder), heads())
                : Deployment.alone(server, folder);
    }

    private AccumuloCluster accumulo(Path folder) throws IOException {
        if (cluster.isEmpty()) {
            Files.createDirectories(folder);
            cluster = Optional.of(AccumuloCluster.start(libraries, folder.resolve("cluster")));
        }
        return cluster.get();
    }

    /** Ends the Accumulo that was started. */
    @Override
    public void close() {
        if (!given) {
            cluster.ifPresent(AccumuloCluster::close);
        }
    }
}
