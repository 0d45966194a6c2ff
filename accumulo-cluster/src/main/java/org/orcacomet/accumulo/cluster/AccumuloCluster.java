package org.orcacomet.accumulo.cluster;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A small Accumulo in a process of its own: ZooKeeper, a manager, one or more tablet servers. It ends with this handle,
 * and with the process that holds it, whichever way that ends. Safe for use by many threads.
 *
 * <p>What a tablet server or ZooKeeper loses by being killed is as on a real one; a power failure is not shown by it.
 */
public final class AccumuloCluster implements AutoCloseable {
    private static final int PASSWORD_BYTES = 16;
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final PrintWriter commands;
    private final BufferedReader answers;
    private final String password;
    private final String[] address;

    private AccumuloCluster(Process process, String password) throws IOException {
        this.process = process;
        this.password = password;
        this.commands = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        commands.println(password);
        this.address = awaitReady();
    }

    /**
     * Starts one, with one tablet server; returns when it is ready, after some 20 seconds.
     *
     * @param libraries the folder with this room's libraries, {@code accumulo-cluster/target/lib}
     * @param folder where the cluster keeps all that it writes, its logs too; empty or not there yet
     */
    public static AccumuloCluster start(Path libraries, Path folder) throws IOException {
        return start(libraries, folder, 1);
    }

    /** The same, with so many tablet servers, from 1 to 9. */
    public static AccumuloCluster start(Path libraries, Path folder, int tabletServers) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Process process = new ProcessBuilder(command(libraries, folder, tabletServers))
                .redirectError(Redirect.to(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile()))
                .start();
        return new AccumuloCluster(process, newPassword());
    }

    private static List<String> command(Path libraries, Path folder, int tabletServers) {
        String classPath = ownClasses() + File.pathSeparator + libraries.toAbsolutePath() + "/*";
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx96m",
                "-cp",
                classPath,
                AccumuloCluster.class.getPackageName() + ".ClusterProcess",
                folder.toAbsolutePath().toString(),
                Integer.toString(tabletServers));
    }

    private static Path ownClasses() {
        try {
            return Path.of(AccumuloCluster.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newPassword() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private String[] awaitReady() throws IOException {
        String line = answers.readLine();
        if (line == null || !line.startsWith(ClusterProcess.READY)) {
            close();
            throw new IOException("the cluster did not start: " + line);
        }
        return line.substring(ClusterProcess.READY.length()).split(" ");
    }

    /** The ZooKeepers, each with its port, and commas between them. */
    public String zookeepers() {
        return address[0];
    }

    /** The name of the instance. */
    public String instance() {
        return address[1];
    }

    /** A user who may do all. */
    public String user() {
        return address[2];
    }

    /** The user's password. */
    public String password() {
        return password;
    }

    /** SIGKILL to one tablet server, which stays away; returns when it is gone. */
    public void killTabletServer() throws IOException {
        tell(Command.KILL_TSERVER);
    }

    /** Starts the tablet servers that were killed; does not wait until they have their tablets. */
    public void startTabletServer() throws IOException {
        tell(Command.START_TSERVER);
    }

    /** SIGSTOP to all tablet servers: they stand still. For over ten seconds, and they lose their locks. */
    public void freezeTabletServers() throws IOException {
        tell(Command.FREEZE_TSERVER);
    }

    /** SIGCONT to all tablet servers: they go on; one that has lost its lock ends, and is started anew. */
    public void thawTabletServers() throws IOException {
        tell(Command.THAW_TSERVER);
    }

    /** SIGKILL to ZooKeeper, which stays away; after some ten seconds the other servers end by themselves. */
    public void stopZooKeeper() throws IOException {
        tell(Command.STOP_ZOOKEEPER);
    }

    /** Starts ZooKeeper, with what it had, and every other server that has ended meanwhile; does not wait for them. */
    public void startZooKeeper() throws IOException {
        tell(Command.START_ZOOKEEPER);
    }

    /** SIGSTOP to ZooKeeper. */
    public void freezeZooKeeper() throws IOException {
        tell(Command.FREEZE_ZOOKEEPER);
    }

    /** SIGCONT to ZooKeeper. */
    public void thawZooKeeper() throws IOException {
        tell(Command.THAW_ZOOKEEPER);
    }

    /**
     * Writes a cell, as another program would, into a table that is made if it is not there.
     *
     * @param name row, family, qualifier and visibility
     */
    public void put(String table, byte[] value, String... name) throws IOException {
        tell(CellToWrite.line(table, value, name));
    }

    private void tell(Command command) throws IOException {
        tell(command.line());
    }

    private synchronized void tell(String line) throws IOException {
        commands.println(line);
        String answer = answers.readLine();
        if (!ClusterProcess.DONE.equals(answer)) {
            throw new IOException(line + ": " + answer);
        }
    }

    /** Kills all its processes, and returns when they are gone. Its folder is left. */
    @Override
    public void close() {
        List<ProcessHandle> servers = process.descendants().toList();
        commands.close();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        servers.forEach(ProcessHandle::destroyForcibly);
        servers.forEach(server -> server.onExit().join());
    }
}
