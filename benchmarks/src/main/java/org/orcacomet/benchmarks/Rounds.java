package org.orcacomet.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orcacomet.benchmarks.load.Load;
import org.orcacomet.benchmarks.load.Operation;
import org.orcacomet.benchmarks.load.Peer;
import org.orcacomet.benchmarks.load.Sample;
import org.orcacomet.benchmarks.report.CallTable;
import org.orcacomet.benchmarks.report.Cell;

/** Servers in turn, round after round, so that what else the machine does meets all of them. */
final class Rounds {
    private final List<? extends Peer> peers;
    private final Turns turns;
    private final CallTable table;

    /** The first of the servers is the one that the others are compared with. */
    Rounds(List<? extends Peer> peers, Turns turns, CallTable table) {
        this.peers = peers;
        this.turns = turns;
        this.table = table;
    }

    /** Measures an operation, with each of these numbers of connections: a line per server. */
    void measure(Operation operation, List<Integer> connections) throws IOException, InterruptedException {
        List<? extends Peer> asked =
                peers.stream().filter(peer -> peer.answers(operation)).toList();
        for (Peer peer : asked) {
            new Load(peer, Collections.max(connections)).run(operation, turns.warmUp());
        }
        for (int count : connections) {
            measure(new Cell(operation, count), asked);
        }
    }

    private void measure(Cell cell, List<? extends Peer> asked) throws IOException, InterruptedException {
        Map<Peer, List<Sample>> samples = new LinkedHashMap<>();
        for (int round = 0; round < turns.rounds(); round++) {
            for (Peer peer : asked) {
                Sample sample = new Load(peer, cell.connections()).run(cell.operation(), turns.time());
                samples.computeIfAbsent(peer, any -> new ArrayList<>()).add(sample);
            }
        }
        List<Sample> first = samples.get(asked.get(0));
        samples.forEach((peer, taken) -> table.line(cell, peer.name(), taken, first));
    }
}
