package org.orcacomet.accumulo.cluster;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * The process: starts a cluster in a folder, says when it is ready, does what its standard input tells it, and ends with
 * that input, so that it never outlives whoever holds the other end.
 *
 * <p>The first line of the input is root's password. Each line after it is a {@link Command}, or a
 * {@link CellToWrite}, and is answered by a line.
 */
public final class ClusterProcess {
    /** What begins the line that tells of a cluster that is ready: ZooKeepers, instance and user follow. */
    static final String READY = "ready ";

    /** The answer to a command that was carried out. */
    static final String DONE = "done";

    /** What begins any other answer. */
    static final String FAILED = "failed ";

    private final MiniCluster cluster;
    private final PrintWriter output =
            new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private ClusterProcess(MiniCluster cluster) {
        this.cluster = cluster;
    }

    /** Starts a cluster in this folder, with so many tablet servers. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2 || !arguments[1].matches("[1-9]")) {
            throw new IllegalArgumentException("two arguments: a folder, and how many tablet servers, from 1 to 9");
        }
        MiniCluster cluster = new MiniCluster(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        try {
            new ClusterProcess(cluster).run();
        } finally {
            cluster.killAll();
            // Not exit: MiniAccumuloCluster's own hook would stop at leisure what is dead already.
            Runtime.getRuntime().halt(0);
        }
    }

    private void run() throws IOException {
        BufferedReader input = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8));
        String password = input.readLine();
        if (password == null) {
            return;
        }
        CompletableFuture<Void> start = CompletableFuture.runAsync(() -> cluster.start(password));
        // It is done before it is said: who hears it may command at once.
        CompletableFuture<Void> unused = start.whenComplete((done, e) -> sayStarted(e));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            output.println(start.isDone() ? answer(line) : FAILED + "it is not ready");
        }
    }

    private void sayStarted(Throwable failure) {
        output.println(failure == null ? READY + cluster.address() : FAILED + failure);
    }

    private String answer(String line) {
        try {
            if (line.startsWith(CellToWrite.WORD)) {
                cluster.write(CellToWrite.parse(line));
            } else {
                carryOut(Command.parse(line));
            }
            return DONE;
        } catch (IOException | RuntimeException e) {
            return FAILED + e;
        }
    }

    private void carryOut(Command command) throws IOException {
        switch (command) {
            case KILL_TSERVER -> cluster.killTabletServer();
            case START_TSERVER -> cluster.startTabletServers();
            case FREEZE_TSERVER -> cluster.signalTabletServers("STOP");
            case THAW_TSERVER -> cluster.signalTabletServers("CONT");
            case STOP_ZOOKEEPER -> cluster.killZooKeeper();
            case START_ZOOKEEPER -> cluster.startZooKeeper();
            case FREEZE_ZOOKEEPER -> cluster.signalZooKeeper("STOP");
            case THAW_ZOOKEEPER -> cluster.signalZooKeeper("CONT");
        }
    }
}
