package org.orcacomet.launcher.certificates;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.asn1.x509.GeneralName;
import org.orcacomet.launcher.output.PrivateFiles;

/**
 * Certificates to try COMET with: a CA whose key is thrown away, a server for this machine alone, and a client that
 * this server trusts. Not for production: the client's key stores have a password that everyone knows.
 */
public final class DevCertificates {
    /** The password of {@code client.jks} and {@code client.p12}. */
    public static final String KEY_STORE_PASSWORD = "changeit";

    private static final Set<String> SECRET = Set.of("server.key", "client.key", "client.jks", "client.p12");

    private DevCertificates() {}

    /**
     * Makes the folder and its files; files with keys in them have mode 600.
     *
     * @throws FileAlreadyExistsException if one of the files is there; then nothing is changed
     * @throws IOException if the folder cannot be written
     */
    public static void create(Path folder) throws IOException {
        Map<String, byte[]> files = files();
        for (String name : files.keySet()) {
            if (Files.exists(folder.resolve(name))) {
                throw new FileAlreadyExistsException(folder.resolve(name).toString());
            }
        }
        PrivateFiles.createFolder(folder);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            PrivateFiles.create(folder.resolve(file.getKey()), file.getValue(), SECRET.contains(file.getKey()));
        }
    }

    private static Map<String, byte[]> files() throws IOException {
        try {
            Authority authority = new Authority("COMET throw-away CA");
            Identity server = authority.server(
                    "localhost",
                    new GeneralName(GeneralName.dNSName, "localhost"),
                    new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                    new GeneralName(GeneralName.iPAddress, "::1"));
            return files(authority.certificate(), server, authority.client("COMET throw-away client"));
        } catch (GeneralSecurityException e) {
            throw new IOException("this Java cannot make certificates: " + e.getMessage(), e);
        }
    }

    private static Map<String, byte[]> files(X509Certificate ca, Identity server, Identity client)
            throws GeneralSecurityException, IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("ca.pem", pem(ca));
        files.put("ca.der", ca.getEncoded());
        files.put("server.pem", pem(server.certificate()));
        files.put("server.key", pem(server));
        files.put("trust.pem", pem(ca));
        files.put("client.pem", pem(client.certificate()));
        files.put("client.key", pem(client));
        files.put("client.jks", keyStore("JKS", client, ca));
        files.put("client.p12", keyStore("PKCS12", client, ca));
        return files;
    }

    private static byte[] pem(X509Certificate certificate) throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    private static byte[] pem(Identity identity) {
        return pem("PRIVATE KEY", identity.key().getEncoded());
    }

    private static byte[] pem(String type, byte[] content) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return ("-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] keyStore(String type, Identity client, X509Certificate ca)
            throws GeneralSecurityException, IOException {
        char[] password = KEY_STORE_PASSWORD.toCharArray();
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, password);
        store.setKeyEntry("client", client.key(), password, new Certificate[] {client.certificate(), ca});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, password);
        return bytes.toByteArray();
    }
}
