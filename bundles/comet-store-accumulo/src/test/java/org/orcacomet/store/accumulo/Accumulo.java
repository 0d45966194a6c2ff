package org.orcacomet.store.accumulo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.orcacomet.accumulo.cluster.AccumuloCluster;

/** The one cluster of this room's tests; it ends with their process. */
public final class Accumulo {
    /** It runs. */
    public static final AccumuloCluster CLUSTER = start();

    private static final AtomicInteger TABLES = new AtomicInteger();

    private Accumulo() {}

    private static AccumuloCluster start() {
        try {
            Path folder = Path.of(System.getProperty("cluster.folder"));
            return AccumuloCluster.start(
                    Path.of(System.getProperty("cluster.libraries")),
                    folder.resolve(Long.toString(ProcessHandle.current().pid())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AccumuloSettings.Login login() {
        return AccumuloSettings.Login.of(
                CLUSTER.zookeepers(), CLUSTER.instance(), CLUSTER.user(), Password.of(CLUSTER.password()));
    }

    /** A table that is not there yet. */
    static AccumuloSettings.Table newTable() {
        return new AccumuloSettings.Table("comet" + TABLES.incrementAndGet(), 1, Optional.empty());
    }

    static AccumuloSettings settings() {
        return AccumuloSettings.of(login())
                .with(newTable())
                .with(new AccumuloSettings.Calls(Duration.ofSeconds(60), 64));
    }
}
