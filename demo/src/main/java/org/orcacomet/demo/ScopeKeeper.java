package org.orcacomet.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.orcacomet.accumulo.cluster.AccumuloCluster;

/** What keeps the scopes of the demo's service: a folder of its own, or an Accumulo that runs as long as the demo. */
interface ScopeKeeper extends AutoCloseable {
    /** What the service is told of it, on its command line. */
    List<String> options();

    @Override
    void close();

    /** The store in the service's own folder. */
    static ScopeKeeper folder() {
        return new ScopeKeeper() {
            @Override
            public List<String> options() {
                return List.of("--store", "rocksdb");
            }

            @Override
            public void close() {
                // The service closes it.
            }
        };
    }

    /** Starts an Accumulo of processes of its own in this folder, with the libraries that it needs. */
    static ScopeKeeper accumulo(Path libraries, Path folder) throws IOException {
        AccumuloCluster cluster = AccumuloCluster.start(libraries, folder.resolve("accumulo"));
        Path password = PrivateFile.write(folder.resolve("accumulo.password"), cluster.password());
        return new ScopeKeeper() {
            @Override
            public List<String> options() {
                String pid = "org.orcacomet.store.accumulo/";
                return List.of(
                        "--store", "accumulo",
                        "--set", pid + "zookeepers=" + cluster.zookeepers(),
                        "--set", pid + "instance=" + cluster.instance(),
                        "--set", pid + "user=" + cluster.user(),
                        "--set", pid + "password.file=" + password);
            }

            @Override
            public void close() {
                cluster.close();
            }
        };
    }
}
