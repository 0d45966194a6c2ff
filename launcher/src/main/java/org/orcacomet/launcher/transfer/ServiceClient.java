package org.orcacomet.launcher.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.orcacomet.launcher.LaunchException;

/** A running service, for an administrator. */
public final class ServiceClient {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration FIRST_BYTES = Duration.ofMinutes(5);
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    private final URI service;
    private final HttpClient client;

    ServiceClient(URI service, SSLContext tls) {
        this.service = service;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(tls)
                .connectTimeout(PATIENCE)
                .build();
    }

    /**
     * All scopes of the service, as an export. Reading it fails where the service breaks it off.
     *
     * @throws LaunchException if the service gives none
     */
    InputStream exported() throws LaunchException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/admin/export"))
                .timeout(FIRST_BYTES)
                .build();
        HttpResponse<InputStream> answer = send(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() != OK) {
            throw refused(answer.statusCode(), text(answer.body()));
        }
        return answer.body();
    }

    /**
     * Has the service take this export.
     *
     * @param length how many bytes it has
     * @return what came of it
     * @throws LaunchException if the service does not take it, or not all of it
     */
    public Imported importFrom(Supplier<InputStream> export, long length) throws LaunchException, InterruptedException {
        BodyPublisher body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(export), length);
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/admin/import"))
                // Whom it refuses is told so before anything is sent.
                .expectContinue(true)
                .POST(body)
                .build();
        HttpResponse<String> answer = send(request, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw refused(answer.statusCode(), answer.body());
        }
        return Imported.parse(answer.body());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws LaunchException, InterruptedException {
        try {
            return client.send(request, handler);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new LaunchException("no service answers at " + service + ": start it, or name another by --at", e);
        } catch (SSLException e) {
            throw new LaunchException(TlsFault.sentence(service, e), e);
        } catch (IOException e) {
            throw new LaunchException(
                    "the service at " + service + " broke off (" + e.getMessage() + "): see its log, and try again", e);
        }
    }

    private LaunchException refused(int status, String body) {
        String reason =
                switch (status) {
                    case FORBIDDEN ->
                        "refuses this certificate: it must be of one of the service's tls.roots, and admin.subjects of"
                                + " org.orcacomet.service must list its subject";
                    case NOT_FOUND -> "knows no exports and imports: it is of an earlier version, or no COMET";
                    default -> "refuses (" + status + "): " + Imported.message(body);
                };
        return new LaunchException("the service at " + service + " " + reason);
    }

    private static String text(InputStream body) {
        try (body) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // That it refuses is known, why is not.
            return "";
        }
    }
}
