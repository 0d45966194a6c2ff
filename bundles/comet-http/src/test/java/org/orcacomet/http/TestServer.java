package org.orcacomet.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.orcacomet.audit.AuditLog;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.TestPki.Identity;
import org.orcacomet.service.CometService;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.store.MemoryScopeStore;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.ScopeStore;
import org.orcacomet.store.StoreUnavailable;

/** A real service on a store in memory, behind a real server with certificates of its own, on a port of its own. */
public final class TestServer implements AutoCloseable {
    /** A busy machine may let a client, or a call that is to end before the server stops, stand still for seconds. */
    public static final HttpLimits LIMITS =
            new HttpLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), 1 << 16, 300, LoadLimits.defaults());

    public final Identity ca = TestPki.ca("CN=Test CA");
    public final AtomicReference<ServiceSettings> settings = new AtomicReference<>(ServiceSettings.defaults());
    public final TlsFiles files;
    private final CometServer server;
    private final ScopeStore store;

    public TestServer(Path folder) {
        this(folder, TlsProvider.AUTO);
    }

    public TestServer(Path folder, TlsProvider provider) {
        this(folder, provider, LIMITS);
    }

    public TestServer(Path folder, TlsProvider provider, HttpLimits limits) {
        this(folder, new MemoryScopeStore(), new Front(provider, limits, MetricsAccess.admins()), Clock.systemUTC());
    }

    /** A server whose metrics these may read. */
    public TestServer(Path folder, MetricsAccess metrics) {
        this(folder, new MemoryScopeStore(), new Front(TlsProvider.AUTO, LIMITS, metrics), Clock.systemUTC());
    }

    public TestServer(Path folder, ScopeStore store, HttpLimits limits) {
        this(folder, store, limits, Clock.systemUTC());
    }

    /** A server whose scopes age by this clock; certificates have the system's. */
    public TestServer(Path folder, ScopeStore store, HttpLimits limits, Clock clock) {
        this(folder, store, new Front(TlsProvider.AUTO, limits, MetricsAccess.admins()), clock);
    }

    /** A server that notes changes in this audit. */
    public TestServer(Path folder, ScopeStore store, HttpLimits limits, AuditLog audit) {
        this(
                folder,
                store,
                new Front(TlsProvider.AUTO, limits, MetricsAccess.admins()),
                Clock.systemUTC(),
                Optional.of(audit));
    }

    private record Front(TlsProvider tls, HttpLimits limits, MetricsAccess metrics) {}

    private TestServer(Path folder, ScopeStore store, Front front, Clock clock) {
        this(folder, store, front, clock, Optional.empty());
    }

    private TestServer(Path folder, ScopeStore store, Front front, Clock clock, Optional<AuditLog> audit) {
        this.store = store;
        Identity own = TestPki.issue(ca, "CN=localhost", Dates.NOW);
        files = new TlsFiles(
                write(folder.resolve("server.pem"), own.certificatePem()),
                write(folder.resolve("server.key"), own.keyPem()),
                Optional.of(write(folder.resolve("trust.pem"), TestPki.pem(ca.certificate()))));
        CometService service = new CometService(store, settings::get, clock, audit);
        try {
            TlsSettings tls = new TlsSettings(files, front.tls());
            HttpSettings http = new HttpSettings("127.0.0.1", 0, tls, front.limits(), front.metrics());
            server = CometServer.start(http, service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.address().uri().getPort();
    }

    /** A client with this identity, or with none. */
    public WireClient client(Identity... identity) {
        return new WireClient(port(), TestPki.client(ca, identity));
    }

    /** A client that this server trusts. */
    public WireClient trusted() {
        return client(TestPki.issue(ca, "CN=Trusted", Dates.NOW));
    }

    /** All that the store holds, in its order. */
    public List<ScopeRecord> data() {
        List<ScopeRecord> records = new ArrayList<>();
        try {
            store.scan(records::add);
        } catch (StoreUnavailable e) {
            throw new IllegalStateException(e);
        }
        return records;
    }

    @Override
    public void close() {
        server.close();
    }
}
