package org.orcacomet.trials.deployment;

import java.io.IOException;
import java.nio.file.Path;
import org.orcacomet.accumulo.cluster.AccumuloCluster;

/** The one Accumulo of this room's tests: started when it is first asked for, and gone with this process. */
public final class SharedCluster {
    private static AccumuloCluster running;

    private SharedCluster() {}

    /** It runs; each trial has a table of its own. */
    public static synchronized AccumuloCluster get() throws IOException {
        if (running == null) {
            String folder = "cluster-" + ProcessHandle.current().pid();
            running = AccumuloCluster.start(
                    Path.of(System.getProperty("accumulo")), Path.of(System.getProperty("trials.work"), folder));
        }
        return running;
    }
}
