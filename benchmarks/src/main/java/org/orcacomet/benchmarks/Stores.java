package org.orcacomet.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.orcacomet.benchmarks.load.Operation;
import org.orcacomet.benchmarks.load.Peer;
import org.orcacomet.benchmarks.report.CallTable;
import org.orcacomet.benchmarks.store.StorePeer;

/** The store beside RocksDB and the disk alone, in this process. */
final class Stores {
    private final Path folder;
    private final Turns turns;
    private final CallTable table;

    Stores(Path folder, Turns turns, CallTable table) {
        this.folder = folder;
        this.turns = turns;
        this.table = table;
    }

    void measure(List<Integer> connections) throws IOException, InterruptedException {
        List<Peer> stores = new ArrayList<>();
        try {
            stores.add(StorePeer.comet(folder.resolve("store")));
            stores.add(StorePeer.rocks(folder.resolve("rocksdb")));
            stores.add(StorePeer.log(folder.resolve("log")));
            new Rounds(stores, turns, table).measure(Operation.WRITE, connections);
        } finally {
            stores.forEach(Peer::close);
        }
    }
}
