package org.orcacomet.inside;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The service's throw-away certificates, as TLS of a server beside it and of a trusted caller. */
final class Identity {
    static final String PASSWORD = "changeit";

    private final Path folder;

    Identity(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    Path ca() {
        return folder.resolve("ca.der");
    }

    Path keyStore() {
        return folder.resolve("client.jks");
    }

    /** What ORCA is configured with for a COMET with these certificates at this address. */
    Map<String, String> properties(String address) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("comethost", address);
        properties.put("comet.cacert", ca().toString());
        properties.put("comet.clientkeystore", keyStore().toString());
        properties.put("comet.clientkeystorepwd", PASSWORD);
        return properties;
    }

    SSLContext server() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        Certificate[] chain = {certificate(folder.resolve("server.pem")), certificate(ca())};
        store.setKeyEntry("server", key(folder.resolve("server.key")), PASSWORD.toCharArray(), chain);
        return context(store);
    }

    SSLContext client() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(keyStore())) {
            store.load(in, PASSWORD.toCharArray());
        }
        return context(store);
    }

    private SSLContext context(KeyStore own) throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD.toCharArray());
        KeyStore roots = KeyStore.getInstance("JKS");
        roots.load(null, null);
        roots.setCertificateEntry("ca", certificate(ca()));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static Certificate certificate(Path file) throws GeneralSecurityException, IOException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private static PrivateKey key(Path file) throws GeneralSecurityException, IOException {
        String pem = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
        byte[] bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }
}
