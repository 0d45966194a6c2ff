package org.orcacomet.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.orcacomet.benchmarks.etcd.EtcdBinary;
import org.orcacomet.benchmarks.etcd.EtcdPeer;
import org.orcacomet.benchmarks.http.CometPeer;
import org.orcacomet.benchmarks.http.JettyPeer;
import org.orcacomet.benchmarks.load.Load;
import org.orcacomet.benchmarks.load.Operation;
import org.orcacomet.benchmarks.load.Peer;
import org.orcacomet.trials.service.TrialFailure;
import org.orcacomet.trials.service.TrialRun;

/** The servers of one run, each filled with the same. The service is the first of them; the others have its certificates. */
final class Servers implements AutoCloseable {
    private static final int FILLING_CONNECTIONS = 32;

    private final Path folder;
    private final TrialRun run;
    private final List<Peer> peers = new ArrayList<>();

    Servers(Path folder, TrialRun run) {
        this.folder = folder;
        this.run = run;
    }

    /** Starts the service. */
    CometPeer comet(Path server, String javaOptions) throws IOException, InterruptedException, TrialFailure {
        CometPeer comet = CometPeer.start(server, folder.resolve("comet"), javaOptions);
        add(comet);
        fill(comet);
        return comet;
    }

    void jetty(Path certificates) throws IOException {
        add(JettyPeer.start(certificates, folder));
    }

    void etcd(EtcdBinary binary, Path certificates) throws IOException, InterruptedException, TrialFailure {
        run.say(binary.version());
        Peer etcd = EtcdPeer.start(binary, certificates, folder);
        add(etcd);
        fill(etcd);
    }

    private void add(Peer peer) {
        peers.add(peer);
        run.say("Process " + peer.pid() + " is " + peer.name());
    }

    private static void fill(Peer peer) throws IOException, InterruptedException {
        new Load(peer, FILLING_CONNECTIONS)
                .send(Operation.filling(peer.language()).iterator());
    }

    List<Peer> all() {
        return List.copyOf(peers);
    }

    @Override
    public void close() {
        peers.forEach(Peer::close);
    }
}
