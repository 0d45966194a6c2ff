package org.orcacomet.accumulo.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.accumulo.core.client.Accumulo;
import org.apache.accumulo.core.client.AccumuloClient;
import org.apache.accumulo.core.client.AccumuloException;
import org.apache.accumulo.core.client.AccumuloSecurityException;
import org.apache.accumulo.core.client.TableExistsException;
import org.apache.accumulo.core.client.TableNotFoundException;
import org.apache.accumulo.core.client.security.tokens.PasswordToken;
import org.apache.accumulo.minicluster.ServerType;
import org.apache.accumulo.miniclusterImpl.MiniAccumuloClusterControl;
import org.apache.accumulo.miniclusterImpl.MiniAccumuloClusterImpl;

/**
 * ZooKeeper and Accumulo's servers, each a process. One that ends by itself, as when it has lost its lock, is started
 * again, as its service manager would; one that was ended by a command is left.
 */
final class MiniCluster {
    private static final System.Logger LOG = System.getLogger(MiniCluster.class.getName());
    private static final String USER = "root";
    private static final long LOOK_MILLIS = 500;
    private static final Set<ServerType> ALL =
            Set.of(ServerType.ZOOKEEPER, ServerType.MANAGER, ServerType.GARBAGE_COLLECTOR, ServerType.TABLET_SERVER);

    private final MiniAccumuloClusterImpl cluster;
    private final Set<ServerType> wanted = EnumSet.copyOf(ALL);
    private volatile String password = "";
    private final ScheduledExecutorService keeper = Executors.newSingleThreadScheduledExecutor();

    MiniCluster(Path folder, int tabletServers) throws IOException {
        this.cluster = new MiniAccumuloClusterImpl(SmallConfiguration.in(folder, tabletServers));
        SmallConfiguration.letSync(cluster.getConfig());
    }

    /** Returns when it takes calls, and root has this password. */
    void start(String rootPassword) {
        try {
            cluster.start();
            takeOver(rootPassword);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | AccumuloException | AccumuloSecurityException e) {
            throw new IllegalStateException(e);
        }
        keeper.scheduleWithFixedDelay(this::revive, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** MiniAccumuloCluster shows the password that it begins with to the whole machine, as an argument. */
    private void takeOver(String rootPassword) throws AccumuloException, AccumuloSecurityException {
        try (AccumuloClient client = client(cluster.getConfig().getRootPassword())) {
            client.instanceOperations().waitForBalance();
            client.securityOperations().changeLocalUserPassword(USER, new PasswordToken(rootPassword));
        }
        password = rootPassword;
    }

    /** Writes a cell. */
    void write(CellToWrite cell) {
        try (AccumuloClient client = client(password)) {
            cell.write(client);
        } catch (AccumuloException | AccumuloSecurityException | TableNotFoundException | TableExistsException e) {
            throw new IllegalStateException(e);
        }
    }

    private AccumuloClient client(String rootPassword) {
        return Accumulo.newClient()
                .to(cluster.getInstanceName(), cluster.getZooKeepers())
                .as(USER, rootPassword)
                .build();
    }

    /** ZooKeepers, instance and user. */
    String address() {
        return cluster.getZooKeepers() + " " + cluster.getInstanceName() + " " + USER;
    }

    private synchronized void revive() {
        for (ServerType type : wanted) {
            try {
                startMissing(type);
            } catch (IOException | RuntimeException e) {
                // To be tried again: a keeper that throws is not called any more.
                LOG.log(Level.WARNING, "a server could not be started again", e);
            }
        }
    }

    private void startMissing(ServerType type) throws IOException {
        MiniAccumuloClusterControl control = cluster.getClusterControl();
        if (control.getProcesses(type).stream().noneMatch(process -> !process.isAlive())) {
            return;
        }
        control.refreshProcesses(type);
        control.start(type);
    }

    synchronized void killTabletServer() {
        wanted.remove(ServerType.TABLET_SERVER);
        cluster.getClusterControl().getProcesses(ServerType.TABLET_SERVER).stream()
                .filter(Process::isAlive)
                .findFirst()
                .ifPresent(MiniCluster::kill);
    }

    synchronized void startTabletServers() throws IOException {
        startMissing(ServerType.TABLET_SERVER);
        wanted.add(ServerType.TABLET_SERVER);
    }

    synchronized void killZooKeeper() {
        wanted.clear();
        cluster.getClusterControl().getProcesses(ServerType.ZOOKEEPER).forEach(MiniCluster::kill);
    }

    synchronized void startZooKeeper() throws IOException {
        startMissing(ServerType.ZOOKEEPER);
        wanted.addAll(ALL);
    }

    synchronized void signalTabletServers(String signal) throws IOException {
        signal(ServerType.TABLET_SERVER, signal);
    }

    synchronized void signalZooKeeper(String signal) throws IOException {
        signal(ServerType.ZOOKEEPER, signal);
    }

    private void signal(ServerType type, String signal) throws IOException {
        for (Process process : cluster.getClusterControl().getProcesses(type)) {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .onExit()
                    .join();
        }
    }

    private static void kill(Process process) {
        process.destroyForcibly().onExit().join();
    }

    /** Kills all that was started. */
    synchronized void killAll() {
        // The keeper, which may wait for its turn just now, is to start nothing anew.
        keeper.shutdownNow();
        wanted.clear();
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
