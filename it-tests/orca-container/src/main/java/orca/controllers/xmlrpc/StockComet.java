package orca.controllers.xmlrpc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import orca.controllers.OrcaController;
import orca.manage.OrcaConverter;
import orca.manage.beans.ReservationMng;

/** The slice scopes that the controller writes by itself, with tokens of its own; off where its switches are. */
final class StockComet {
    private static final String READ_TOKEN = "slice.comet.readToken";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 10;

    private final String readToken;

    private StockComet(String readToken) {
        this.readToken = readToken;
    }

    /** With the read token that the slice has already, else with a new one. */
    static StockComet of(ControllerSlice slice) {
        Optional<String> known = slice.reservations().stream()
                .map(one -> OrcaConverter.getLocalProperty(one, READ_TOKEN))
                .filter(token -> token != null)
                .findFirst();
        return new StockComet(known.orElseGet(StockComet::token));
    }

    /** Writes the scopes of one reservation, and sets the properties that tell its VM of them. */
    void write(ReservationMng reservation) throws IOException, GeneralSecurityException {
        if (!Element.isCompute(reservation.getResourceType())) {
            return;
        }
        String writeToken = token();
        String host = OrcaConverter.getLocalProperty(reservation, "unit.hostname");
        if (isOn(OrcaController.CometPubKeysEnabled)) {
            write(reservation, "pubkeys", "{\\\"publicKey\\\":\\\"\\\"}", writeToken);
        }
        if (isOn(OrcaController.CometHostNamesEnabled)) {
            write(reservation, "hosts", "{\\\"hostName\\\":\\\"" + host + "\\\",\\\"ip\\\":\\\"\\\"}", writeToken);
        }
    }

    private static boolean isOn(String property) {
        return Boolean.parseBoolean(OrcaController.getProperty(property));
    }

    private void write(ReservationMng reservation, String section, String entry, String writeToken)
            throws IOException, GeneralSecurityException {
        post(
                "writeScope?contextID=" + reservation.getSliceID() + "&family=" + section + "all&Key="
                        + reservation.getReservationID() + "&readToken=" + readToken + "&writeToken=" + writeToken,
                "{\"val_\":\"[" + entry + "]\"}");
        OrcaConverter.setLocalProperty(reservation, READ_TOKEN, readToken);
        OrcaConverter.setLocalProperty(reservation, "slice.comet.writeToken", writeToken);
        OrcaConverter.setLocalProperty(reservation, "unit.comet." + section + ".group.read", "all");
        OrcaConverter.setLocalProperty(reservation, "unit.comet." + section + ".group.write", "all");
    }

    private static void post(String query, String body) throws IOException, GeneralSecurityException {
        String host = OrcaController.getProperty("comethost").split(",")[0];
        URL url = new URL(host.endsWith("/") ? host + query : host + "/" + query);
        HttpsURLConnection connection = (HttpsURLConnection) url.openConnection();
        connection.setSSLSocketFactory(identity());
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        if (connection.getResponseCode() != HttpsURLConnection.HTTP_OK) {
            throw new IOException("COMET answers " + connection.getResponseCode());
        }
    }

    private static SSLSocketFactory identity() throws IOException, GeneralSecurityException {
        char[] password = OrcaController.getProperty("comet.clientkeystorepwd").toCharArray();
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keyStore(OrcaController.getProperty("comet.clientkeystore"), password), password);
        KeyStore roots = KeyStore.getInstance("JKS");
        roots.load(null, null);
        try (InputStream in = Files.newInputStream(Paths.get(OrcaController.getProperty("comet.cacert")))) {
            roots.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(roots);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return tls.getSocketFactory();
    }

    private static KeyStore keyStore(String file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(Paths.get(file))) {
            store.load(in, password);
        }
        return store;
    }

    /** Ten characters, as ORCA makes them, but none of those that COMET refuses, for tests that do not depend on luck. */
    private static String token() {
        Random random = new Random();
        StringBuilder token = new StringBuilder();
        while (!isStrong(token.toString())) {
            token.setLength(0);
            random.ints(LENGTH, 0, ALPHABET.length()).forEach(i -> token.append(ALPHABET.charAt(i)));
        }
        return token.toString();
    }

    private static boolean isStrong(String token) {
        return !token.equals(token.toLowerCase(Locale.ROOT))
                && !token.equals(token.toUpperCase(Locale.ROOT))
                && token.chars().anyMatch(Character::isDigit);
    }
}
