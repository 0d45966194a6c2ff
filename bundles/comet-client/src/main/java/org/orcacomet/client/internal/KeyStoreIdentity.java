package org.orcacomet.client.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import org.orcacomet.client.CometSettingsException;

/** The identity in a Java key store, JKS or PKCS#12. */
final class KeyStoreIdentity {
    private KeyStoreIdentity() {}

    /** @throws CometSettingsException if it is no key store, holds no single key, or the password is wrong */
    static KeyMaterial load(Path file, String password) {
        byte[] content = Certificates.bytes(file);
        try {
            return identity(open(content, file, password), file, password);
        } catch (UnrecoverableKeyException e) {
            throw new CometSettingsException(
                    "the key in the key store " + file + " has another password than the store");
        } catch (GeneralSecurityException e) {
            throw new CometSettingsException("the key store " + file + " cannot be used by this JVM");
        }
    }

    private static KeyStore open(byte[] content, Path file, String password) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(new ByteArrayInputStream(content), password.toCharArray());
            return store;
        } catch (IOException e) {
            throw new CometSettingsException(
                    e.getCause() instanceof UnrecoverableKeyException
                            ? "the key store " + file + " does not open with the password given"
                            : "the file " + file + " is no key store");
        }
    }

    private static KeyMaterial identity(KeyStore store, Path file, String password) throws GeneralSecurityException {
        KeyMaterial found = null;
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && found != null) {
                throw new CometSettingsException("the key store " + file + " holds more than one private key");
            }
            if (store.isKeyEntry(alias)) {
                PrivateKey key = (PrivateKey) store.getKey(alias, password.toCharArray());
                found = new KeyMaterial(key, store.getCertificateChain(alias));
            }
        }
        if (found == null) {
            throw new CometSettingsException("the key store " + file + " holds no private key");
        }
        return found;
    }
}
