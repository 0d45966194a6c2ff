package org.orcacomet.inside;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Has COMET's certificate and address, and answers every request with 200 and what is no answer. */
final class GarbageComet implements AutoCloseable {
    private static final char[] NO_PASSWORD = {};
    private static final byte[] ANSWER = ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9\r\n"
                    + "Connection: close\r\n\r\n{\"a\": [1,")
            .getBytes(StandardCharsets.ISO_8859_1);

    private final SSLServerSocket server;

    private GarbageComet(SSLServerSocket server) {
        this.server = server;
    }

    /** With the certificate in this folder. */
    static GarbageComet start(Path tls) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, NO_PASSWORD);
        Certificate certificate;
        try (InputStream in = Files.newInputStream(tls.resolve("server.pem"))) {
            certificate = CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        keys.setKeyEntry("server", key(tls.resolve("server.key")), NO_PASSWORD, new Certificate[] {certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        GarbageComet garbage = new GarbageComet((SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
        Thread thread = new Thread(garbage::accept, "garbage");
        thread.setDaemon(true);
        thread.start();
        return garbage;
    }

    private static PrivateKey key(Path file) throws IOException, GeneralSecurityException {
        String pem = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[^-]*-----", ""));
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                answer(socket);
            } catch (IOException e) {
                // One client fewer; the next is answered.
                Thread.yield();
            }
        }
    }

    private static void answer(SSLSocket socket) throws IOException {
        byte[] request = new byte[8192];
        if (socket.getInputStream().read(request) > 0) {
            OutputStream out = socket.getOutputStream();
            out.write(ANSWER);
            out.flush();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
