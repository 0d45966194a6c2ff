package org.orcacomet.accumulo.cluster;

import java.io.IOException;
import java.util.Locale;

/** What the process can be told to do. */
enum Command {
    KILL_TSERVER(MiniCluster::killTabletServer),
    START_TSERVER(MiniCluster::startTabletServers),
    FREEZE_TSERVER(cluster -> cluster.signalTabletServers("STOP")),
    THAW_TSERVER(cluster -> cluster.signalTabletServers("CONT")),
    STOP_ZOOKEEPER(MiniCluster::killZooKeeper),
    START_ZOOKEEPER(MiniCluster::startZooKeeper),
    FREEZE_ZOOKEEPER(cluster -> cluster.signalZooKeeper("STOP")),
    THAW_ZOOKEEPER(cluster -> cluster.signalZooKeeper("CONT"));

    @FunctionalInterface
    private interface Deed {
        void on(MiniCluster cluster) throws IOException;
    }

    private final Deed deed;

    Command(Deed deed) {
        this.deed = deed;
    }

    void carryOut(MiniCluster cluster) throws IOException {
        deed.on(cluster);
    }

    /** The command of this line, such as {@code kill-tserver}. */
    static Command parse(String line) {
        return valueOf(line.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** Its line. */
    String line() {
        return name().replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
