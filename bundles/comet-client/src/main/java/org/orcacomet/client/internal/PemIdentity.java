package org.orcacomet.client.internal;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMEncryptedKeyPair;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.orcacomet.client.CometSettingsException;

/**
 * The identity in two PEM files. BouncyCastle reads the forms, the JVM's own providers make the keys: an instance of
 * BouncyCastle's provider would be held for ever by threads that are not ours.
 */
final class PemIdentity {
    private PemIdentity() {}

    /** @throws CometSettingsException if there is no certificate or no plain key, or they do not belong together */
    static KeyMaterial load(Path certificates, Path key) {
        List<X509Certificate> chain = Certificates.read(certificates);
        PrivateKey own = key(key);
        if (!belongs(own, chain.get(0))) {
            throw new CometSettingsException(
                    "the key " + key + " does not belong to the first certificate of " + certificates);
        }
        return new KeyMaterial(own, chain.toArray(new Certificate[0]));
    }

    private static PrivateKey key(Path file) {
        String text = new String(Certificates.bytes(file), StandardCharsets.ISO_8859_1);
        try (PEMParser parser = new PEMParser(new StringReader(text))) {
            for (Object block = parser.readObject(); block != null; block = parser.readObject()) {
                Optional<PrivateKeyInfo> found = keyIn(block, file);
                if (found.isPresent()) {
                    return new JcaPEMKeyConverter().getPrivateKey(found.get());
                }
            }
        } catch (PEMException e) {
            throw new CometSettingsException("the private key in " + file + " is damaged or of an unknown kind");
        } catch (IOException e) {
            throw new CometSettingsException("the file " + file + " is no PEM file");
        }
        throw new CometSettingsException("the file " + file + " holds no private key in PEM");
    }

    /** The key of a block; none in one of another kind, such as the parameters that precede some EC keys. */
    private static Optional<PrivateKeyInfo> keyIn(Object block, Path file) {
        if (block instanceof PEMEncryptedKeyPair || block instanceof PKCS8EncryptedPrivateKeyInfo) {
            throw new CometSettingsException("the private key in " + file + " is encrypted, and must not be");
        }
        if (block instanceof PEMKeyPair) {
            return Optional.of(((PEMKeyPair) block).getPrivateKeyInfo());
        }
        return block instanceof PrivateKeyInfo ? Optional.of((PrivateKeyInfo) block) : Optional.empty();
    }

    private static boolean belongs(PrivateKey key, X509Certificate certificate) {
        try {
            String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256with" + key.getAlgorithm();
            Signature signature = Signature.getInstance(algorithm);
            byte[] probe = {1, 2, 3};
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) { // of another kind than the certificate's
            return false;
        }
    }
}
