package org.orcacomet.karaf.driver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Listens on a port of this machine that the system picks, and writes it to the file that {@code driver.port} names. A
 * connection is one line, {@code VERB ARGUMENTS}, and its answer.
 */
public final class Driver implements BundleActivator {
    private Tracks tracks;
    private Requests requests;
    private ServerSocket listener;

    @Override
    public void start(BundleContext context) throws IOException {
        tracks = new Tracks(context);
        context.addBundleListener(tracks);
        requests = new Requests(context, tracks);
        listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "driver");
        thread.setDaemon(true);
        thread.start();
        announce(Path.of(context.getProperty("driver.port")));
    }

    private void announce(Path file) throws IOException {
        Path half = Files.writeString(file.resolveSibling("port.half"), Integer.toString(listener.getLocalPort()));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                answer(socket);
            } catch (IOException e) {
                // The next one, unless it is closed.
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        String line =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
        PrintStream out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8);
        try {
            requests.answer(line, out);
        } catch (Throwable e) {
            out.println("FAILED " + e);
            e.printStackTrace(out);
        }
        out.flush();
    }

    @Override
    public void stop(BundleContext context) throws IOException {
        listener.close();
        context.removeBundleListener(tracks);
    }
}
