package org.orcacomet.trials.history;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes bytes between callers and the service on this machine, until it cuts the connections: both sides see a reset. */
final class CuttingProxy implements Closeable {
    private static final int BACKLOG = 128;

    /** Where the service is now. */
    @FunctionalInterface
    interface Service {
        URI address() throws IOException;
    }

    private final ServerSocket listener;
    private final Service service;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private CuttingProxy(ServerSocket listener, Service service) {
        this.listener = listener;
        this.service = service;
    }

    /** Listens on a port that the system picks, for connections to wherever the service is then. */
    static CuttingProxy open(Service service) throws IOException {
        CuttingProxy proxy = new CuttingProxy(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), service);
        daemon(proxy::accept, "proxy");
        return proxy;
    }

    URI address() {
        return URI.create("https://localhost:" + listener.getLocalPort());
    }

    /** Resets all connections; how many there were. */
    int cut() {
        Set<Socket> cut = Set.copyOf(sockets);
        cut.forEach(this::reset);
        return cut.size() / 2;
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                connect(listener.accept());
            }
        } catch (IOException closed) {
            cut();
        }
    }

    private void connect(Socket caller) {
        sockets.add(caller);
        try {
            Socket server = new Socket(
                    InetAddress.getLoopbackAddress(), service.address().getPort());
            sockets.add(server);
            caller.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            daemon(() -> pass(caller, server), "proxy-there");
            daemon(() -> pass(server, caller), "proxy-back");
        } catch (IOException refused) {
            reset(caller);
        }
    }

    private void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
        } catch (IOException broken) {
            reset(from);
        } finally {
            reset(to);
        }
    }

    /** With nothing left to linger for, a close is a reset. */
    private void reset(Socket socket) {
        sockets.remove(socket);
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closed) {
            sockets.remove(socket);
        }
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
