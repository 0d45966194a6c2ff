package org.orcacomet.trials.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.conscrypt.Conscrypt;

/**
 * Calls as a VM's guest tools make them: without a certificate, each on a TCP and TLS connection of its own, nothing
 * resumed. By Conscrypt, which is cheap as their OpenSSL is: the load shares the machine with the service.
 */
final class FreshConnections {
    private static final int STATUS_FROM = 9;
    private static final int STATUS_TO = 12;
    private static final int LARGEST_ANSWER = 1 << 20;

    private final SSLContext tls;
    private final InetSocketAddress service;
    private final int timeoutMillis;
    private final AtomicLong connections = new AtomicLong();

    FreshConnections(URI service, Path certificate, Duration timeout) throws IOException {
        this.service = new InetSocketAddress(service.getHost(), service.getPort());
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
        try {
            this.tls = SSLContext.getInstance("TLS", Conscrypt.newProvider());
            tls.init(null, new TrustManager[] {PinnedServer.read(certificate)}, null);
            tls.getClientSessionContext().setSessionCacheSize(1);
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate of the service cannot be used", e);
        }
    }

    /**
     * The status of the answer to this request, once it is all there.
     *
     * @throws IOException if there is none; a SocketTimeoutException if the service was silent for too long
     */
    int call(byte[] request) throws IOException {
        try (Socket tcp = open(Optional.empty());
                Socket secure = secure(tcp)) {
            secure.getOutputStream().write(request);
            return status(secure.getInputStream());
        }
    }

    /** A TCP connection, from this address. */
    Socket open(Optional<InetAddress> from) throws IOException {
        Socket tcp = new Socket();
        try {
            if (from.isPresent()) {
                tcp.bind(new InetSocketAddress(from.get(), 0));
            }
            tcp.setTcpNoDelay(true);
            tcp.setSoTimeout(timeoutMillis);
            tcp.connect(service, timeoutMillis);
            return tcp;
        } catch (IOException e) {
            tcp.close();
            throw e;
        }
    }

    /** TLS on this connection; the name is a new one each time, so that no session of another is found. */
    Socket secure(Socket tcp) throws IOException {
        String name = "c" + connections.incrementAndGet();
        return tls.getSocketFactory().createSocket(tcp, name, service.getPort(), true);
    }

    private static int status(InputStream in) throws IOException {
        byte[] answer = in.readNBytes(LARGEST_ANSWER);
        if (answer.length < STATUS_TO) {
            throw new IOException("the connection ended before the answer");
        }
        String status = new String(answer, STATUS_FROM, STATUS_TO - STATUS_FROM, StandardCharsets.US_ASCII);
        return Integer.parseInt(status);
    }
}
