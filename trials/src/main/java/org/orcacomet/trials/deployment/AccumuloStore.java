package org.orcacomet.trials.deployment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.orcacomet.accumulo.cluster.AccumuloCluster;

/** A table of its own on an Accumulo, and how a head is told of it. */
public final class AccumuloStore {
    private static final String PID = "org.orcacomet.store.accumulo/";

    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final AccumuloCluster cluster;
    private final Path password;
    private final String table = "trial" + UUID.randomUUID().toString().replace("-", "");

    /** Writes the password into this folder. */
    public AccumuloStore(AccumuloCluster cluster, Path folder) throws IOException {
        this.cluster = cluster;
        this.password = Files.createFile(folder.resolve("password"), PRIVATE);
        Files.writeString(password, cluster.password());
    }

    AccumuloCluster cluster() {
        return cluster;
    }

    /** The arguments of {@code serve}, of a head that waits so long for its store. */
    public String[] arguments(Duration call) {
        List<String> arguments = new ArrayList<>(List.of("--store", "accumulo"));
        Map<String, String> settings = Map.of(
                "zookeepers", cluster.zookeepers(),
                "instance", cluster.instance(),
                "user", cluster.user(),
                "password.file", password.toString(),
                "table", table,
                "call.timeout.ms", Long.toString(call.toMillis()));
        settings.forEach((key, value) -> arguments.addAll(List.of("--set", PID + key + "=" + value)));
        return arguments.toArray(String[]::new);
    }
}
