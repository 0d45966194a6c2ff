package org.orcacomet.launcher.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Asks the service over HTTPS whether it is ready. It asks our own process and sends nothing: any certificate will do. */
final class ReadyProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;
    private static final Pattern MESSAGE = Pattern.compile("\"message\":\"([^\"]*)\"");
    private static final Pattern FAILED_BESIDE_AUDIT =
            Pattern.compile("\"name\":\"(?!audit\")[^\"]*\",\"state\":\"failed\"");

    private final HttpClient client;

    ReadyProbe() {
        client = HttpClient.newBuilder()
                .sslContext(anyCertificate())
                .connectTimeout(PATIENCE)
                .build();
    }

    private static SSLContext anyCertificate() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no TLS", e);
        }
    }

    /** Why the service does not serve; empty if it does, though it may refuse changes, which it says itself. */
    Optional<String> fault(URI service) throws InterruptedException {
        try {
            HttpResponse<String> ready = get(service.resolve("/ready"));
            boolean serves = ready.statusCode() == OK || servesReads(get(service.resolve("/health")));
            return serves ? Optional.empty() : Optional.of(message(ready.body()));
        } catch (IOException e) {
            return Optional.of("it does not answer");
        }
    }

    private HttpResponse<String> get(URI page) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page).timeout(PATIENCE).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static boolean servesReads(HttpResponse<String> health) {
        return health.statusCode() == OK
                && !FAILED_BESIDE_AUDIT.matcher(health.body()).find();
    }

    private static String message(String answer) {
        Matcher message = MESSAGE.matcher(answer);
        return message.find() ? message.group(1) : "/ready says no more";
    }
}
