package org.orcacomet.benchmarks.http;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
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
import javax.net.ssl.TrustManagerFactory;
import org.conscrypt.Conscrypt;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.orcacomet.benchmarks.load.Values;
import org.orcacomet.benchmarks.process.ChildProcess;

/**
 * What HTTPS alone costs: Jetty's core with the service's TLS settings, and a handler that answers everything with as
 * many bytes as a value has. The nearest to a limit that a service on Jetty can come to.
 */
public final class BareJetty {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private BareJetty() {}

    /** Serves with the certificates of the folder that is its argument, prints its port, and ends with its input. */
    public static void main(String[] arguments) throws Exception {
        Server server = new Server();
        ServerConnector connector = connector(server, Path.of(arguments[0]));
        server.addConnector(connector);
        server.setHandler(new Answer());
        server.start();
        try (PrintWriter out =
                new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            out.println(ChildProcess.READY + connector.getLocalPort());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        server.stop();
    }

    private static ServerConnector connector(Server server, Path certificates)
            throws GeneralSecurityException, IOException {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory connections = new HttpConnectionFactory(http);
        ServerConnector connector = new ServerConnector(
                server, new SslConnectionFactory(tls(certificates), connections.getProtocol()), connections);
        connector.setHost("127.0.0.1");
        return connector;
    }

    private static SslContextFactory.Server tls(Path folder) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        Certificate[] chain = {certificate(folder.resolve("server.pem"))};
        keys.setKeyEntry("server", key(folder.resolve("server.key")), PASSWORD, chain);
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry("ca", certificate(folder.resolve("ca.pem")));
        KeyManagerFactory own = KeyManagerFactory.getInstance("SunX509");
        own.init(keys, PASSWORD);
        TrustManagerFactory callers = TrustManagerFactory.getInstance("PKIX");
        callers.init(roots);
        SSLContext context = SSLContext.getInstance("TLS", Conscrypt.newProvider());
        context.init(own.getKeyManagers(), callers.getTrustManagers(), null);
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(context);
        tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        tls.setWantClientAuth(true);
        return tls;
    }

    private static Certificate certificate(Path file) throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private static PrivateKey key(Path file) throws GeneralSecurityException, IOException {
        String body = Files.readString(file).replaceAll("-----[^-]*-----", "");
        byte[] der = Base64.getMimeDecoder().decode(body);
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static final class Answer extends Handler.Abstract.NonBlocking {
        private final byte[] body = "x".repeat(Values.BYTES).getBytes(StandardCharsets.US_ASCII);

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }
    }
}
