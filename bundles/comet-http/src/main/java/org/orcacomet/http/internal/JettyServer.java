package org.orcacomet.http.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.orcacomet.http.HttpSettings;
import org.orcacomet.http.internal.load.ConnectionWatch;
import org.orcacomet.http.internal.tls.TlsContexts;
import org.orcacomet.http.internal.tls.TlsMaterial;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Jetty, set up for COMET: HTTP/1.1 on TLS 1.2 and 1.3, every client certificate welcome, none needed. */
public final class JettyServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JettyServer.class);
    private static final UriCompliance DOUBLE_SLASHES =
            UriCompliance.DEFAULT.with("COMET", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT);

    /** Java's 50 makes a burst of VMs wait for a second or more: the system drops what does not fit. */
    private static final int ACCEPT_QUEUE = 1024;

    private static final int ACCEPTORS = 1;

    /** Each has a thread for itself; the others are for what waits. */
    private static final int THREADS_PER_SELECTOR = 8;

    private static final long LOOK_MILLIS = 500;

    private final HttpSettings settings;
    private final ConnectionWatch connections;
    private final Connection.Listener handshakes;
    private final TlsContexts contexts;
    private final Server server;
    private final SslContextFactory.Server tls = new SslContextFactory.Server();
    private final ServerConnector connector;

    /**
     * A server that does not listen yet.
     *
     * @throws IOException if its TLS does not run here; the message is one sentence for the operator
     */
    public JettyServer(HttpSettings settings, ConnectionWatch connections, Connection.Listener handshakes)
            throws IOException {
        this.settings = settings;
        this.connections = connections;
        this.handshakes = handshakes;
        this.contexts = TlsContexts.of(settings.tls().provider());
        QueuedThreadPool threads = new QueuedThreadPool(settings.limits().threads());
        threads.setName("comet-http");
        this.server = new Server(threads);
        this.connector = connector(new ConnectionThreads(threads));
        server.addConnector(connector);
        server.setStopTimeout(settings.limits().stop().toMillis());
        tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        tls.setWantClientAuth(true);
        tls.setRenegotiationAllowed(false);
    }

    private ServerConnector connector(ConnectionThreads threads) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(settings.limits().headerBytes());
        http.setUriCompliance(DOUBLE_SLASHES);
        // False: clients address us by IP address, which is no name that the certificate's check would know.
        http.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory connections = new HttpConnectionFactory(http);
        SslConnectionFactory secured = new SslConnectionFactory(tls, connections.getProtocol());
        ServerConnector made =
                new ServerConnector(server, threads, null, null, ACCEPTORS, selectors(), secured, connections);
        made.setHost(settings.host().isBlank() ? null : settings.host());
        made.setPort(settings.port());
        made.setAcceptQueueSize(ACCEPT_QUEUE);
        made.setIdleTimeout(settings.limits().idle().toMillis());
        return made;
    }

    /** As many as there are processors, for handshakes and calls run on their threads. */
    private int selectors() {
        int most = Math.max(1, settings.limits().threads() / THREADS_PER_SELECTOR);
        return Math.min(Runtime.getRuntime().availableProcessors(), most);
    }

    /**
     * New connections use this key from now on; those that are open keep what they have.
     *
     * @throws IOException if TLS cannot use it; the message is one sentence for the operator
     */
    public void use(TlsMaterial material) throws IOException {
        SSLContext context = contexts.context(material);
        try {
            tls.reload(factory -> factory.setSslContext(context));
        } catch (Exception e) {
            throw new IllegalStateException("TLS cannot be set up with the files", e);
        }
    }

    /**
     * Listens, and answers.
     *
     * @throws IOException if it cannot; the message is one sentence for the operator
     */
    public void start(Handler calls, Request.Handler errors, RequestLog log) throws IOException {
        connector.addBean(connections);
        connector.addBean(handshakes);
        server.setHandler(new GracefulHandler(calls));
        server.setErrorHandler(errors);
        server.setRequestLog(log);
        listen();
        LifeCycle.start(server);
        lookLater();
    }

    private void lookLater() {
        connector.getScheduler().schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        lookLater();
        connections.look();
    }

    private void listen() throws IOException {
        try {
            connector.open();
        } catch (IOException e) {
            throw new IOException(sentence(e), e);
        }
    }

    private String sentence(IOException e) {
        if (e.getCause() instanceof UnresolvedAddressException || e.getCause() instanceof UnknownHostException) {
            return "host: " + settings.host() + " is no name of this machine: set it to one, or to an address";
        }
        String where = "port " + settings.port() + " of " + settings.host();
        if (!(e.getCause() instanceof BindException || e instanceof BindException)) {
            return where + " cannot be opened: set host and port to what this user may listen on";
        }
        return where + " is taken, or not of this machine: stop what listens there, or set host and port to others";
    }

    /** The port that it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Takes no more calls, lets those that run end, and stops. */
    @Override
    public void close() {
        try {
            LifeCycle.stop(server);
        } catch (RuntimeException e) {
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
            LOG.info("Clients that were not done within stop.timeout.ms were cut off.");
        }
    }
}
