package org.orcacomet.benchmarks.etcd;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.orcacomet.benchmarks.load.Language;
import org.orcacomet.benchmarks.load.Operation;
import org.orcacomet.benchmarks.load.Peer;
import org.orcacomet.benchmarks.load.Place;
import org.orcacomet.benchmarks.load.Wire;
import org.orcacomet.benchmarks.process.ChildProcess;
import org.orcacomet.benchmarks.process.Connector;
import org.orcacomet.trials.service.TrialFailure;

/** etcd: one member, TLS with client certificates, each put on the disk before it is answered, as it comes. */
public final class EtcdPeer implements Peer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 50;

    private final ChildProcess process;
    private final Connector connector;

    private EtcdPeer(ChildProcess process, Connector connector) {
        this.process = process;
        this.connector = connector;
    }

    /** Starts it with these certificates on a folder within this one. */
    public static EtcdPeer start(EtcdBinary etcd, Path certificates, Path folder)
            throws IOException, InterruptedException, TrialFailure {
        int port = freePort();
        ChildProcess process = ChildProcess.start(
                command(etcd, certificates, folder.resolve("etcd"), port), folder.resolve("etcd.txt"));
        EtcdPeer peer = new EtcdPeer(process, new Connector(certificates, port, "h2"));
        try {
            peer.awaitReady();
            return peer;
        } catch (InterruptedException | TrialFailure e) {
            peer.close();
            throw e;
        }
    }

    private static List<String> command(EtcdBinary etcd, Path certificates, Path data, int port) throws IOException {
        String members = "http://127.0.0.1:" + freePort();
        String clients = "https://127.0.0.1:" + port;
        List<String> command = new ArrayList<>(List.of(etcd.program().toString(), "--data-dir", data.toString()));
        command.addAll(List.of("--listen-client-urls", clients, "--advertise-client-urls", clients));
        command.addAll(List.of("--listen-peer-urls", members, "--initial-advertise-peer-urls", members));
        command.addAll(List.of("--initial-cluster", "default=" + members));
        command.addAll(List.of("--cert-file", certificates.resolve("server.pem").toString()));
        command.addAll(List.of("--key-file", certificates.resolve("server.key").toString()));
        command.addAll(
                List.of("--trusted-ca-file", certificates.resolve("ca.pem").toString()));
        command.addAll(List.of("--client-cert-auth", "--log-level", "error"));
        command.addAll(List.of("--quota-backend-bytes", Long.toString(8L << 30)));
        if (etcd.separatesHttp()) {
            // Its own gRPC server then has the port for itself, which is faster than Go's HTTP server before it.
            command.addAll(List.of("--listen-client-http-urls", "https://127.0.0.1:" + freePort()));
        }
        return command;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws InterruptedException, TrialFailure {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new TrialFailure("etcd did not start");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private boolean answers() {
        try (Wire wire = connect()) {
            return wire.call(language().read(new Place("none", "none"))) > 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public String name() {
        return "etcd";
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public boolean answers(Operation operation) {
        return true;
    }

    @Override
    public Language language() {
        return new EtcdLanguage();
    }

    @Override
    public Wire connect() throws IOException {
        return new GrpcWire(connector.connect());
    }

    @Override
    public void close() {
        process.close();
    }
}
