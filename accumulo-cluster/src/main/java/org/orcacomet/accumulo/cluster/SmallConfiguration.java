package org.orcacomet.accumulo.cluster;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.accumulo.core.conf.Property;
import org.apache.accumulo.minicluster.MemoryUnit;
import org.apache.accumulo.minicluster.ServerType;
import org.apache.accumulo.miniclusterImpl.MiniAccumuloConfigImpl;

/** Little memory, and short waits where a server has died. */
final class SmallConfiguration {
    private static final int TABLET_SERVER_MB = 384;
    private static final int OTHER_MB = 96;

    /** Whose default is the machine's folder for temporary files, where a killed server leaves it. */
    private static final String CLASS_CACHE = "general.vfs.cache.dir";

    /** By default Hadoop's client holds back what it was to sync, and a kill would lose it. */
    private static final String FILES_THAT_SYNC =
            """
            <configuration>
              <property><name>fs.file.impl</name><value>org.apache.hadoop.fs.RawLocalFileSystem</value></property>
            </configuration>
            """;

    private SmallConfiguration() {}

    /** To be called when the folders are made, and before the start. */
    static void letSync(MiniAccumuloConfigImpl made) throws IOException {
        Files.writeString(made.getConfDir().toPath().resolve("core-site.xml"), FILES_THAT_SYNC);
    }

    static MiniAccumuloConfigImpl in(Path folder, int tabletServers) {
        MiniAccumuloConfigImpl small = new MiniAccumuloConfigImpl(folder.toFile(), "not-for-long");
        small.setInstanceName("comet");
        small.setNumTservers(tabletServers);
        small.setDefaultMemory(OTHER_MB, MemoryUnit.MEGABYTE);
        small.setMemory(ServerType.TABLET_SERVER, TABLET_SERVER_MB, MemoryUnit.MEGABYTE);
        small.setZooKeeperPort(freePort());
        small.setZooKeeperStartupTime(60_000);
        small.setProperty(Property.INSTANCE_ZK_TIMEOUT, "10s");
        small.setProperty(Property.MANAGER_RECOVERY_DELAY, "0s");
        small.setProperty(Property.TSERV_MAXMEM, "96M");
        small.setProperty(Property.TSERV_DATACACHE_SIZE, "32M");
        small.setProperty(Property.TSERV_INDEXCACHE_SIZE, "16M");
        small.setProperty(CLASS_CACHE, folder.toString());
        return small;
    }

    /** None of those that the system gives to connections: one of them could have it while ZooKeeper is away. */
    private static int freePort() {
        while (true) {
            try (ServerSocket socket =
                    new ServerSocket(ThreadLocalRandom.current().nextInt(10_000, 32_768))) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // Another one, then.
            }
        }
    }
}
