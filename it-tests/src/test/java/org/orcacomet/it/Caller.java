package org.orcacomet.it;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A plain HTTPS client, with the trusted certificate of a folder of dev-certs. */
final class Caller {
    static final char[] PASSWORD = "changeit".toCharArray();

    private final HttpClient client;
    private final URI service;

    Caller(URI service, Path tls) throws GeneralSecurityException, IOException {
        this(service, tls, keys(tls));
    }

    /** One without a certificate, as a VM is. */
    static Caller anonymous(URI service, Path tls) throws GeneralSecurityException, IOException {
        return new Caller(service, tls, new KeyManager[0]);
    }

    private Caller(URI service, Path tls, KeyManager[] keys) throws GeneralSecurityException, IOException {
        this.service = service;
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, trust(tls).getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(context).build();
    }

    static KeyManager[] keys(Path tls) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(tls.resolve("client.jks"))) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD);
        return factory.getKeyManagers();
    }

    private static TrustManagerFactory trust(Path tls) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(tls.resolve("ca.pem"))) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    HttpResponse<String> write(Map<String, String> parameters, String body) throws IOException, InterruptedException {
        return send("POST", "/writeScope", parameters, body);
    }

    HttpResponse<String> read(Map<String, String> parameters) throws IOException, InterruptedException {
        return send("GET", "/readScope", parameters, "");
    }

    HttpResponse<String> send(String method, String path, Map<String, String> parameters, String body)
            throws IOException, InterruptedException {
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(service.resolve(path + "?" + query))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
