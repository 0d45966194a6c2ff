package org.orcacomet.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orcacomet.benchmarks.load.Load;
import org.orcacomet.benchmarks.load.Peer;
import org.orcacomet.benchmarks.load.Sample;
import org.orcacomet.benchmarks.report.CallTable;
import org.orcacomet.benchmarks.report.Cell;

/** Servers in turn, round after round, so that what else the machine does meets all of them. */
final class Rounds {
    private final List<Peer> peers;
    private final int rounds;
    private final Duration time;
    private final CallTable table;

    Rounds(List<Peer> peers, int rounds, Duration time, CallTable table) {
        this.peers = peers;
        this.rounds = rounds;
        this.time = time;
        this.table = table;
    }

    /** Lets each server do this, unmeasured, so that it is warm. */
    void warm(Cell cell, Duration warmUp) throws IOException, InterruptedException {
        for (Peer peer : asked(cell)) {
            new Load(peer, cell.connections()).run(cell.operation(), warmUp);
        }
    }

    /** Measures, and writes a line per server. */
    void measure(Cell cell) throws IOException, InterruptedException {
        Map<Peer, List<Sample>> samples = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Peer peer : asked(cell)) {
                Sample sample = new Load(peer, cell.connections()).run(cell.operation(), time);
                samples.computeIfAbsent(peer, any -> new ArrayList<>()).add(sample);
            }
        }
        List<Sample> first = samples.values().iterator().next();
        samples.forEach((peer, taken) -> table.line(cell, peer.name(), taken, first));
    }

    private List<Peer> asked(Cell cell) {
        return peers.stream().filter(peer -> peer.answers(cell.operation())).toList();
    }
}
