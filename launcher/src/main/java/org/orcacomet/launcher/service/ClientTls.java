package org.orcacomet.launcher.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.orcacomet.launcher.LaunchException;

/**
 * Whom to trust and whom to be, in PEM files.
 *
 * @param authority the CAs of the service
 * @param certificate the caller's certificate, then those that lead to its CA
 * @param key its private key: PKCS#8, PKCS#1 or SEC1
 */
public record ClientTls(Path authority, Path certificate, Path key) {
    private static final char[] IN_MEMORY = new char[0];

    /**
     * TLS with these.
     *
     * @throws LaunchException if one of the files cannot be used
     */
    public SSLContext context() throws LaunchException {
        Certificate[] trusted = certificates(authority, "--cacert");
        Certificate[] chain = certificates(certificate, "--cert");
        PrivateKey own = privateKey();
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity(own, chain).getKeyManagers(), trust(trusted).getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new LaunchException("TLS cannot be set up with " + certificate + " and " + key, e);
        }
    }

    private static KeyManagerFactory identity(PrivateKey key, Certificate[] chain)
            throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        store.setKeyEntry("client", key, IN_MEMORY, chain);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, IN_MEMORY);
        return keys;
    }

    private static TrustManagerFactory trust(Certificate[] authorities) throws GeneralSecurityException, IOException {
        KeyStore store = emptyStore();
        for (int i = 0; i < authorities.length; i++) {
            store.setCertificateEntry("ca" + i, authorities[i]);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust;
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Certificate[] certificates(Path file, String option) throws LaunchException {
        byte[] content = read(file, option);
        try {
            Certificate[] found = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(content))
                    .toArray(Certificate[]::new);
            if (found.length > 0) {
                return found;
            }
            throw new LaunchException(file + " holds no certificate: name one in PEM by " + option);
        } catch (CertificateException e) {
            throw new LaunchException(file + " holds no certificate that can be read: name one by " + option, e);
        }
    }

    private PrivateKey privateKey() throws LaunchException {
        String text = new String(read(key, "--key"), StandardCharsets.ISO_8859_1);
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                if (block instanceof PEMKeyPair pair) {
                    return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                }
                if (block instanceof PrivateKeyInfo info) {
                    return new JcaPEMKeyConverter().getPrivateKey(info);
                }
            }
        } catch (IOException e) {
            throw new LaunchException(key + " holds no private key that can be read: name one in PEM by --key", e);
        }
        throw new LaunchException(key + " holds no private key without a password: name one in PEM by --key");
    }

    private static byte[] read(Path file, String option) throws LaunchException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new LaunchException(
                    file + " cannot be read: name another file by " + option + ", or its folder by --tls", e);
        }
    }
}
