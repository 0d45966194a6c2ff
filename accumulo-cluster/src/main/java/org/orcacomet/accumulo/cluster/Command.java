package org.orcacomet.accumulo.cluster;

import java.io.IOException;
import java.util.Locale;

/** What the process can be told to do. */
enum Command {
    KILL_TSERVER {
        @Override
        void carryOut(MiniCluster cluster) {
            cluster.killTabletServer();
        }
    },
    START_TSERVER {
        @Override
        void carryOut(MiniCluster cluster) throws IOException {
            cluster.startTabletServers();
        }
    },
    FREEZE_TSERVER {
        @Override
        void carryOut(MiniCluster cluster) throws IOException {
            cluster.signalTabletServers("STOP");
        }
    },
    THAW_TSERVER {
        @Override
        void carryOut(MiniCluster cluster) throws IOException {
            cluster.signalTabletServers("CONT");
        }
    },
    STOP_ZOOKEEPER {
        @Override
        void carryOut(MiniCluster cluster) {
            cluster.killZooKeeper();
        }
    },
    START_ZOOKEEPER {
        @Override
        void carryOut(MiniCluster cluster) throws IOException {
            cluster.startZooKeeper();
        }
    },
    FREEZE_ZOOKEEPER {
        @Override
        void carryOut(MiniCluster cluster) throws IOException {
            cluster.signalZooKeeper("STOP");
        }
    },
    THAW_ZOOKEEPER {
        @Override
        void carryOut(MiniCluster cluster) throws IOException {
            cluster.signalZooKeeper("CONT");
        }
    };

    abstract void carryOut(MiniCluster cluster) throws IOException;

    /** The command of this line, such as {@code kill-tserver}. */
    static Command parse(String line) {
        return valueOf(line.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /** Its line. */
    String line() {
        return name().replace('_', '-').toLowerCase(Locale.ROOT);
    }
}
