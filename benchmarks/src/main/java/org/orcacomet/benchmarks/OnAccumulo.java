package org.orcacomet.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.orcacomet.benchmarks.accumulo.AccumuloPeers;
import org.orcacomet.benchmarks.load.Load;
import org.orcacomet.benchmarks.load.Operation;
import org.orcacomet.benchmarks.load.Peer;
import org.orcacomet.benchmarks.load.Request;
import org.orcacomet.benchmarks.report.CallTable;
import org.orcacomet.trials.service.TrialFailure;
import org.orcacomet.trials.service.TrialRun;

/** The store on an Accumulo of this machine beside Accumulo's own client, and head nodes in growing numbers. */
final class OnAccumulo {
    private static final int HEADS = 3;
    private static final int FILLING_CONNECTIONS = 32;
    private static final List<Operation> OPERATIONS = List.of(Operation.WRITE, Operation.READ, Operation.ENUMERATE_10);

    private final AccumuloPeers accumulo;
    private final Choices choices;
    private final TrialRun run;

    OnAccumulo(AccumuloPeers accumulo, Choices choices, TrialRun run) {
        this.accumulo = accumulo;
        this.choices = choices;
        this.run = run;
    }

    void measure(Parts parts) throws IOException, InterruptedException, TrialFailure {
        if (parts.has(Parts.ACCUMULO)) {
            run.say("The store on Accumulo, in one process with those that ask:");
            List<Peer> stores = accumulo.stores();
            for (Peer store : stores) {
                fill(store);
            }
            measure(stores);
        }
        if (parts.has(Parts.HEADS)) {
            Path server = run.server();
            List<Peer> heads = accumulo.heads(server, HEADS, choices.headThrough);
            fill(heads.get(0));
            measure(heads);
        }
    }

    private void measure(List<Peer> peers) throws IOException, InterruptedException {
        CallTable table = new CallTable(run.out(), peers.get(0).name());
        table.heading();
        Rounds rounds = new Rounds(peers, choices.turns(), table);
        for (Operation operation : OPERATIONS) {
            rounds.measure(operation, choices.connections);
        }
    }

    private static void fill(Peer peer) throws IOException, InterruptedException {
        List<Request> writes = List.of(Operation.WRITE.requests(peer.language()));
        new Load(peer, FILLING_CONNECTIONS).send(writes.iterator());
    }
}
