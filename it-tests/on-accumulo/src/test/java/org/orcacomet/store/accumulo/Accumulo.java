package org.orcacomet.store.accumulo;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.accumulo.core.client.AccumuloClient;
import org.awaitility.Awaitility;
import org.orcacomet.accumulo.cluster.AccumuloCluster;
import org.orcacomet.store.StoreUnavailable;

/** The one cluster of this room's tests; it ends with their process. */
public final class Accumulo {
    /** It runs. */
    public static final AccumuloCluster CLUSTER = start();

    private static final AtomicInteger TABLES = new AtomicInteger();
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

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

    /** A table that is not there yet, in a single tablet. */
    static AccumuloSettings.Table newTable() {
        return table("comet" + TABLES.incrementAndGet());
    }

    static AccumuloSettings.Table table(String name) {
        return new AccumuloSettings.Table(name, 1, Optional.empty());
    }

    /** A new table, and a time that is enough on a slow machine. */
    static AccumuloSettings settings() {
        return AccumuloSettings.of(login()).with(newTable()).with(calls(LONG));
    }

    /** A store that has answered: where the machine is slow, the opening does not wait for it. */
    static AccumuloScopeStore open(AccumuloSettings settings) throws IOException {
        AccumuloScopeStore store = AccumuloScopeStore.open(settings);
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreException(StoreUnavailable.class)
                .untilAsserted(store::probe);
        return store;
    }

    /** Why a store cannot be opened, once Accumulo has said so: where the machine is slow, the opening does not wait for it. */
    static Throwable refusal(AccumuloSettings settings) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> catchThrowable(
                                () -> AccumuloScopeStore.open(settings).close()),
                        Objects::nonNull);
    }

    static AccumuloSettings.Calls calls(Duration timeout) {
        return new AccumuloSettings.Calls(timeout, 64);
    }

    /** Accumulo's own client. */
    static AccumuloClient client() {
        return org.apache.accumulo.core.client.Accumulo.newClient()
                .to(CLUSTER.instance(), CLUSTER.zookeepers())
                .as(CLUSTER.user(), CLUSTER.password())
                .build();
    }
}
