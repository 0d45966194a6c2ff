package org.orcacomet.launcher.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** Asks the service over HTTPS whether it is ready. It asks our own process and sends nothing: any certificate will do. */
final class ReadyProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int OK = 200;

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

    /** Whether it answers reads. What else is wrong, such as a full disk, it says itself, and goes on. */
    boolean isReady(URI service) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/health"))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> health = client.send(request, HttpResponse.BodyHandlers.ofString());
            return health.statusCode() == OK && health.body().contains("\"storeAnswers\":true");
        } catch (IOException e) {
            return false;
        }
    }
}
