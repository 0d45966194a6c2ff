package org.orcacomet.accumulo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.accumulo.core.client.Accumulo;
import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.BatchWriter;
import org.apache.accumulo.core.client.Scanner;
import org.apache.accumulo.core.client.admin.NewTableConfiguration;
import org.apache.accumulo.core.data.Mutation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That a cluster works, and ends. The other faults are tried by those who use it. */
class AccumuloClusterIT {
    private static final Path LIBRARIES = Path.of(System.getProperty("cluster.libraries"));
    private static final Path FOLDER = Path.of(System.getProperty("cluster.folder"));

    private static AccumuloCluster cluster;
    private static AccumuloClient client;

    @BeforeAll
    static void start() throws IOException {
        cluster = AccumuloCluster.start(
                LIBRARIES, FOLDER.resolve("alone-" + ProcessHandle.current().pid()));
        client = Accumulo.newClient()
                .to(cluster.instance(), cluster.zookeepers())
                .as(cluster.user(), cluster.password())
                .build();
    }

    @AfterAll
    static void close_leavesNoProcess() {
        client.close();
        List<ProcessHandle> processes = ProcessHandle.current().descendants().toList();
        assertThat(processes).hasSizeGreaterThanOrEqualTo(5);
        cluster.close();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    @Timeout(600)
    @Test
    void tabletServer_losesNothingWhenItIsKilled() throws Exception {
        writeTo("killed");
        cluster.killTabletServer();
        cluster.startTabletServer();
        assertThat(rowsOf("killed")).isEqualTo(1);
    }

    private static void writeTo(String table) throws Exception {
        client.tableOperations()
                .create(table, new NewTableConfiguration().setProperties(Map.of("table.durability", "sync")));
        try (BatchWriter writer = client.createBatchWriter(table)) {
            writer.addMutation(
                    new Mutation("row").at().family("f").qualifier("q").put("value"));
        }
    }

    private static long rowsOf(String table) throws Exception {
        try (Scanner scanner = client.createScanner(table)) {
            return scanner.stream().count();
        }
    }
}
