package org.orcacomet.http;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.orcacomet.http.internal.JettyServer;
import org.orcacomet.http.internal.load.Admission;
import org.orcacomet.http.internal.metrics.CallMeter;
import org.orcacomet.http.internal.metrics.HandshakeMeter;
import org.orcacomet.http.internal.metrics.JvmSource;
import org.orcacomet.http.internal.metrics.ServiceSource;
import org.orcacomet.http.internal.metrics.Source;
import org.orcacomet.http.internal.tls.CallerClassifier;
import org.orcacomet.http.internal.tls.CertificateCheck;
import org.orcacomet.http.internal.tls.LiveTls;
import org.orcacomet.http.internal.wire.AccessLog;
import org.orcacomet.http.internal.wire.AdminHandler;
import org.orcacomet.http.internal.wire.MetricsHandler;
import org.orcacomet.http.internal.wire.MetricsHandler.Door;
import org.orcacomet.http.internal.wire.TransferHandler;
import org.orcacomet.http.internal.wire.WireErrors;
import org.orcacomet.http.internal.wire.WireHandler;
import org.orcacomet.service.CometService;
import org.orcacomet.service.Registration;

/** COMET on HTTPS, from when it listens until it is closed. */
public final class CometServer implements AutoCloseable {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final JettyServer jetty;
    private final LiveTls tls;
    private final ServerAddress address;
    private final Registration watching;

    private CometServer(JettyServer jetty, LiveTls tls, ServerAddress address, Registration watching) {
        this.jetty = jetty;
        this.tls = tls;
        this.address = address;
        this.watching = watching;
    }

    /**
     * Starts to listen. When this returns, calls are answered.
     *
     * @throws IOException if a TLS file cannot be used or the port cannot be had; the message is one sentence for the
     *     operator
     */
    public static CometServer start(HttpSettings settings, CometService service) throws IOException {
        Admission admission = new Admission(settings.limits());
        HandshakeMeter handshakes = new HandshakeMeter();
        JettyServer jetty = new JettyServer(settings, admission.connections(), handshakes);
        LiveTls tls = LiveTls.start(settings.tls().files(), POLL, jetty::use);
        try {
            CallerClassifier callers = new CallerClassifier(tls::current, Clock.systemUTC());
            Handler transfers = new TransferHandler(service, callers, admission);
            Handler admins = new AdminHandler(service, callers, admission);
            CertificateCheck certificate = new CertificateCheck(tls::current, Clock.systemUTC());
            CallMeter meter = new CallMeter();
            List<Source> sources =
                    List.of(meter, handshakes, admission, new ServiceSource(service), certificate, new JvmSource());
            Handler metrics = new MetricsHandler(new Door(service, callers, settings.metrics()), admission, sources);
            Handler calls =
                    new Handler.Sequence(transfers, admins, metrics, new WireHandler(service, callers, admission));
            jetty.start(calls, new WireErrors(), new AccessLog(service, meter));
            ServerAddress address = new ServerAddress(uri(settings.host(), jetty.port()));
            return new CometServer(jetty, tls, address, service.watch(certificate));
        } catch (IOException | RuntimeException e) {
            tls.close();
            jetty.close();
            throw e;
        }
    }

    private static URI uri(String host, int port) {
        boolean all = host.isBlank() || host.equals("0.0.0.0") || host.equals("::");
        String literal = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create("https://" + (all ? "127.0.0.1" : literal) + ":" + port);
    }

    /** Where it listens. */
    public ServerAddress address() {
        return address;
    }

    /** Lets the calls that run end, for a while, and stops. */
    @Override
    public void close() {
        watching.close();
        tls.close();
        jetty.close();
    }
}
