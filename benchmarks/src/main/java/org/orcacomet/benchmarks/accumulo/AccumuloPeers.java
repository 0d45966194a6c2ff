package org.orcacomet.benchmarks.accumulo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.accumulo.core.client.Accumulo;
import org.apache.accumulo.core.client.AccumuloClient;
import org.orcacomet.accumulo.cluster.AccumuloCluster;
import org.orcacomet.benchmarks.http.CometPeer;
import org.orcacomet.benchmarks.load.Peer;
import org.orcacomet.store.accumulo.AccumuloScopeStore;
import org.orcacomet.store.accumulo.AccumuloSettings;
import org.orcacomet.store.accumulo.AccumuloSettings.Login;
import org.orcacomet.store.accumulo.AccumuloSettings.Table;
import org.orcacomet.store.accumulo.Password;
import org.orcacomet.trials.deployment.AccumuloStore;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.TrialFailure;

/** An Accumulo of processes of its own on this machine, and what is measured on it. */
public final class AccumuloPeers implements AutoCloseable {
    private final AccumuloCluster cluster;
    private final Path folder;
    private final List<Peer> peers = new ArrayList<>();

    private AccumuloPeers(AccumuloCluster cluster, Path folder) {
        this.cluster = cluster;
        this.folder = folder;
    }

    /** Starts it in this folder, with Accumulo's libraries from the other. */
    public static AccumuloPeers start(Path libraries, Path folder) throws IOException {
        Files.createDirectories(folder);
        return new AccumuloPeers(AccumuloCluster.start(libraries, folder.resolve("cluster")), folder);
    }

    /** The store in its two ways, and Accumulo's own client. */
    public List<Peer> stores() throws IOException {
        return List.of(
                added(new ScopesPeer("apply", new StoreScopes(store("apply"), false))),
                added(new ScopesPeer("read, apply", new StoreScopes(store("readapply"), true))),
                added(new ScopesPeer("accumulo", BareScopes.create(client()))));
    }

    private AccumuloScopeStore store(String table) throws IOException {
        Login login =
                Login.of(cluster.zookeepers(), cluster.instance(), cluster.user(), Password.of(cluster.password()));
        return AccumuloScopeStore.open(
                AccumuloSettings.of(login).with(new Table(table, AccumuloSettings.SPLITS, Optional.empty())));
    }

    private AccumuloClient client() {
        return Accumulo.newClient()
                .to(cluster.instance(), cluster.zookeepers())
                .as(cluster.user(), cluster.password())
                .build();
    }

    /** One head, two, and so on, on one table; each started by this program, if there is one, which may limit it. */
    public List<Peer> heads(Path server, int count, List<String> through) throws IOException, TrialFailure {
        AccumuloStore table = new AccumuloStore(cluster, folder);
        List<CometPeer> heads = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            Launch launch = Launch.of(server, folder.resolve("head-" + i)).in(Map.of());
            CometPeer head = CometPeer.start(launch.through(through).with(table.arguments(Duration.ofMinutes(1))));
            added(head);
            heads.add(head);
        }
        return IntStream.rangeClosed(1, count)
                .<Peer>mapToObj(number -> new HeadsPeer(heads.subList(0, number)))
                .toList();
    }

    private Peer added(Peer peer) {
        peers.add(peer);
        return peer;
    }

    @Override
    public void close() {
        peers.forEach(Peer::close);
        cluster.close();
    }
}
