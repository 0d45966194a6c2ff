package org.orcacomet.benchmarks.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.Provider;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.conscrypt.Conscrypt;
import org.orcacomet.trials.service.Certificates;

/**
 * Opens TLS connections to a port of this machine, the same for every server: TLS 1.3, one cipher, a client
 * certificate, and a full handshake each time.
 */
public final class Connector {
    private static final Provider CONSCRYPT =
            Conscrypt.newProviderBuilder().provideTrustManager(true).build();
    private static final int BUFFER = 1 << 16;

    private final SSLContext tls;
    private final int port;
    private final SSLParameters parameters = new SSLParameters();
    private final AtomicLong count = new AtomicLong();

    /** With the certificates of this folder; the protocols are those to negotiate, if any. */
    public Connector(Path certificates, int port, String... protocols) throws IOException {
        this.tls = Certificates.trusted(certificates, CONSCRYPT);
        this.port = port;
        tls.getClientSessionContext().setSessionCacheSize(1);
        parameters.setProtocols(new String[] {"TLSv1.3"});
        parameters.setCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
        parameters.setApplicationProtocols(protocols);
    }

    /** Opens one. */
    public SSLSocket connect() throws IOException {
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            plain.setReceiveBufferSize(BUFFER);
            plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return handshake(plain);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    private SSLSocket handshake(Socket plain) throws IOException {
        // Java resumes sessions by the name of the server: with a new name each time it never does.
        String name = "connection-" + count.incrementAndGet();
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, name, port, true);
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }
}
