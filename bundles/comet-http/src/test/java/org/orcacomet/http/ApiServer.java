package org.orcacomet.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLContext;
import org.orcacomet.audit.AuditLog;
import org.orcacomet.audit.AuditSettings;
import org.orcacomet.http.ApiRequest.Sender;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.TestPki.Identity;
import org.orcacomet.http.WireClient.Reply;
import org.orcacomet.service.ServiceSettings;
import org.orcacomet.service.TrustedSubjects;

/** A server with a client for each sender, whose answers are held against the description. */
final class ApiServer implements AutoCloseable {
    private static final String ADMINISTRATOR = "CN=Administrator";

    final TroubledStore store = new TroubledStore();
    final TestServer server;
    private final AuditLog audit;
    private final ApiDescription description;
    private final ApiCheck check;
    private final SSLContext administrator;
    private final Map<Sender, WireClient> clients = new EnumMap<>(Sender.class);
    private byte[] export = {};

    ApiServer(ApiDescription description, ApiCheck check, LoadLimits load) {
        this(description, check, load, Duration.ofSeconds(20));
    }

    /** One that closes connections that are silent for so long. */
    ApiServer(ApiDescription description, ApiCheck check, LoadLimits load, Duration idle) {
        this.description = description;
        this.check = check;
        store.backups = Optional.of(new TroubledBackups(store));
        HttpLimits limits = new HttpLimits(idle, Duration.ofSeconds(60), 1 << 16, 300, load);
        this.audit = audit(folder());
        this.server = new TestServer(folder(), store, limits, audit);
        server.settings.set(ServiceSettings.defaults().withAdmins(TrustedSubjects.ofAdmins(List.of(ADMINISTRATOR))));
        Identity identity = TestPki.issue(server.ca, ADMINISTRATOR, Dates.NOW);
        this.administrator = TestPki.client(server.ca, identity);
        clients.put(Sender.ANYONE, server.client());
        clients.put(Sender.TRUSTED, server.trusted());
        clients.put(Sender.ADMINISTRATOR, server.client(identity));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "api-contract")), "tls");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AuditLog audit(Path folder) {
        try {
            return AuditLog.open(AuditSettings.in(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a scope, and keeps an export of it for imports. */
    ApiServer withAScope() throws IOException, InterruptedException {
        sendFixed("writeScope", "contextID=slice-1&family=users&Key=vm-1&readToken=ReadToken1&writeToken=WriteToken1");
        HttpClient client = HttpClient.newBuilder().sslContext(administrator).build();
        URI address = URI.create("https://127.0.0.1:" + server.port() + "/admin/export");
        export = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray())
                .body();
        return this;
    }

    ApiCases cases(Random random) {
        return new ApiCases(description, random).withBody("importAll", export);
    }

    /** A good request of this call from an administrator. */
    ApiRequest good(ApiCall call) {
        return cases(new Random(1)).good(call, Sender.ADMINISTRATOR);
    }

    /** Sends it, and holds what comes against the description. */
    Reply send(ApiRequest request) {
        request.header("Connection", "close");
        return check.check(request.call, clients.get(request.sender).raw(request.bytes()));
    }

    /** Sends a request of an administrator, with this query and this header. */
    Reply sendFixed(String call, String query, String... header) {
        ApiCall called = description.call(call);
        ApiRequest request = new ApiRequest(called, Sender.ADMINISTRATOR, called.path());
        for (String pair : query.split("&")) {
            request.rawQuery(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        for (int i = 0; i < header.length; i += 2) {
            request.header(header[i], header[i + 1]);
        }
        return send(request);
    }

    /** A connection of an administrator's that is kept. */
    KeptConnection keep() throws IOException {
        return new KeptConnection(server.port(), administrator);
    }

    /** Whether it no longer listens. */
    boolean refusesConnections() {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            return !socket.isConnected();
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() {
        store.mayGoOn.countDown();
        store.probesMayGoOn.countDown();
        server.close();
        closeAudit();
    }

    private void closeAudit() {
        try {
            audit.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
