package org.orcacomet.benchmarks.accumulo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.orcacomet.benchmarks.http.CometPeer;
import org.orcacomet.benchmarks.load.Language;
import org.orcacomet.benchmarks.load.Operation;
import org.orcacomet.benchmarks.load.Peer;
import org.orcacomet.benchmarks.load.Wire;

/** Head nodes on one store; connections go to one after the other. It closes none of them: they are measured in several numbers. */
final class HeadsPeer implements Peer {
    private final List<CometPeer> heads;
    private final AtomicInteger next = new AtomicInteger();

    HeadsPeer(List<CometPeer> heads) {
        this.heads = List.copyOf(heads);
    }

    @Override
    public String name() {
        return heads.size() == 1 ? "1 head" : heads.size() + " heads";
    }

    @Override
    public long pid() {
        return heads.get(0).pid();
    }

    @Override
    public List<Long> pids() {
        return heads.stream().map(CometPeer::pid).toList();
    }

    @Override
    public boolean answers(Operation operation) {
        return true;
    }

    @Override
    public Language language() {
        return heads.get(0).language();
    }

    @Override
    public Wire connect() throws IOException {
        return heads.get(Math.floorMod(next.getAndIncrement(), heads.size())).connect();
    }

    @Override
    public void close() {
        // Whoever has started them closes them.
    }
}
