package org.orcacomet.trials.deployment;

import java.io.IOException;
import org.orcacomet.accumulo.cluster.AccumuloCluster;

/** What can happen to a store that is on other machines than the heads. */
public enum StoreFault {
    /** A tablet server is killed; another is started at the end. */
    TABLET_SERVER_KILLED(
            "tablet servers killed", AccumuloCluster::killTabletServer, AccumuloCluster::startTabletServer) {
        /** Its lock outlives it by ten seconds, so there is nothing to wait for. */
        @Override
        public int longestMillis() {
            return 2000;
        }
    },
    /** The tablet servers stand still; if for long, they are given up, and end when they go on. */
    TABLET_SERVER_FROZEN(
            "tablet servers frozen", AccumuloCluster::freezeTabletServers, AccumuloCluster::thawTabletServers),
    /** ZooKeeper is killed, and started at the end with what it had. */
    ZOOKEEPER_STOPPED("ZooKeepers stopped", AccumuloCluster::stopZooKeeper, AccumuloCluster::startZooKeeper),
    /** ZooKeeper stands still. */
    ZOOKEEPER_FROZEN("ZooKeepers frozen", AccumuloCluster::freezeZooKeeper, AccumuloCluster::thawZooKeeper);

    private static final int LONGEST_MILLIS = 15_000;

    @FunctionalInterface
    private interface Deed {
        void on(AccumuloCluster cluster) throws IOException;
    }

    private final String counted;
    private final Deed beginning;
    private final Deed ending;

    StoreFault(String counted, Deed beginning, Deed ending) {
        this.counted = counted;
        this.beginning = beginning;
        this.ending = ending;
    }

    /** What a tally counts it as. */
    public String counted() {
        return counted;
    }

    /** How long it may go on. */
    public int longestMillis() {
        return LONGEST_MILLIS;
    }

    void begin(AccumuloCluster cluster) throws IOException {
        beginning.on(cluster);
    }

    void end(AccumuloCluster cluster) throws IOException {
        ending.on(cluster);
    }
}
