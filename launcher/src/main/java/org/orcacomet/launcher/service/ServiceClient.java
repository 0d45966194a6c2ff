package org.orcacomet.launcher.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.orcacomet.launcher.ExitStatus;
import org.orcacomet.launcher.LaunchException;

/** A running service, for an administrator. Its failures have the exit status that fits. */
public final class ServiceClient {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int CONFLICT = 412;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

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

    /** The service's address. */
    public URI address() {
        return service;
    }

    /**
     * The {@code value} that the service answers to this call.
     *
     * @throws LaunchException if it does not answer, or refuses; without the call it is of an earlier version
     */
    public JsonNode value(AdminCall call) throws LaunchException, InterruptedException {
        return value(answer(call));
    }

    private JsonNode value(HttpResponse<String> answer) throws LaunchException {
        if (answer.statusCode() != OK) {
            throw refused(answer.statusCode(), answer.body(), "this command");
        }
        Envelope envelope = Envelope.parse(answer.body());
        if (!envelope.isWhole()) {
            throw new LaunchException("what answers at " + service + " is no COMET service: name another by --at");
        }
        return envelope.value();
    }

    /**
     * The {@code value} of something that may not be there.
     *
     * @param what what that is
     * @param known a call that a service answers if it has calls of this kind at all
     * @throws LaunchException if the service does not answer, or refuses, or is of an earlier version
     */
    public JsonNode valueOf(AdminCall call, String what, AdminCall known) throws LaunchException, InterruptedException {
        HttpResponse<String> answer = answer(call);
        if (answer.statusCode() == NOT_FOUND) {
            // A service of an earlier version answers the same to calls that it does not know.
            value(known);
            String reason = Envelope.parse(answer.body()).message();
            throw new LaunchException(ExitStatus.NOT_THERE, "there is no " + what + " at " + service + ": " + reason);
        }
        return value(answer);
    }

    private HttpResponse<String> answer(AdminCall call) throws LaunchException, InterruptedException {
        HttpRequest.Builder request =
                request(call.target()).timeout(call.patience()).method(call.method(), BodyPublishers.noBody());
        return send(request.build(), BodyHandlers.ofString());
    }

    /** A request that is still to be completed, of this path and query. */
    public HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(service.resolve(target));
    }

    /**
     * What the service answers, whatever that is.
     *
     * @throws LaunchException if it does not answer
     */
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws LaunchException, InterruptedException {
        try {
            return client.send(request, handler);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw absent("no service answers at " + service + ": start it, or name another by --at", e);
        } catch (HttpTimeoutException e) {
            throw absent("the service at " + service + " does not answer in time: see its log, and try again", e);
        } catch (SSLException e) {
            throw new LaunchException(TlsFault.sentence(service, e), e);
        } catch (IOException e) {
            String reason = e.getMessage();
            throw absent("the service at " + service + " broke off (" + reason + "): see its log, and try again", e);
        }
    }

    private static LaunchException absent(String sentence, IOException cause) {
        return new LaunchException(ExitStatus.UNAVAILABLE, sentence, cause);
    }

    /**
     * That the service has refused.
     *
     * @param status the HTTP status
     * @param body the answer
     * @param deed what it does not know if it is of an earlier version
     */
    public LaunchException refused(int status, String body, String deed) {
        String reason =
                switch (status) {
                    case FORBIDDEN ->
                        "refuses this certificate: it must be of one of the service's tls.roots, and admin.subjects of"
                                + " org.orcacomet.service must list its subject";
                    case NOT_FOUND, METHOD_NOT_ALLOWED ->
                        "does not know " + deed + ": it is of an earlier version, or no COMET";
                    default ->
                        "refuses (" + status + "): " + Envelope.parse(body).message();
                };
        return new LaunchException(status(status), "the service at " + service + " " + reason);
    }

    private static ExitStatus status(int http) {
        return switch (http) {
            case FORBIDDEN, CONFLICT -> ExitStatus.REFUSED;
            case TOO_MANY, UNAVAILABLE -> ExitStatus.UNAVAILABLE;
            default -> ExitStatus.FAILED;
        };
    }
}
