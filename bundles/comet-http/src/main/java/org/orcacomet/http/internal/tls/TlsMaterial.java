package org.orcacomet.http.internal.tls;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Function;
import org.orcacomet.http.TlsFiles;

/**
 * What the TLS files hold: the server's certificate with those that lead to its CA, the key, and the trust roots.
 *
 * @param chain the server's certificate, and those after it
 * @param key its key
 * @param roots the CAs of trusted callers
 */
public record TlsMaterial(List<X509Certificate> chain, PrivateKey key, TrustRoots roots) {
    /**
     * Reads the files.
     *
     * @throws IOException if one is missing, unreadable, of the wrong kind, or the key is another certificate's; the
     *     message is one sentence that names the property and the file
     */
    static TlsMaterial read(TlsFiles files) throws IOException {
        List<X509Certificate> chain = parse("tls.certificate", files.certificate(), Certificates::parse);
        PrivateKey key = parse("tls.key", files.key(), TlsMaterial::key);
        if (!PrivateKeys.belong(key, chain.get(0).getPublicKey())) {
            throw new IOException("tls.key: " + files.key() + " is not the key of the first certificate in "
                    + files.certificate() + ": name the two files that were made together");
        }
        List<X509Certificate> roots =
                files.roots().isPresent() ? parse("tls.roots", files.roots().get(), Certificates::parse) : List.of();
        return new TlsMaterial(chain, key, new TrustRoots(roots));
    }

    private static PrivateKey key(byte[] file) {
        return PrivateKeys.find(PemBlock.parse(file))
                .orElseThrow(() -> new IllegalArgumentException("holds no private key in PEM"));
    }

    private static <T> T parse(String property, Path file, Function<byte[], T> parser) throws IOException {
        try {
            return parser.apply(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw new IOException(property + ": " + file + " does not exist: name a PEM file", e);
        } catch (AccessDeniedException e) {
            throw new IOException(property + ": " + file + " may not be read: let the service's user read it", e);
        } catch (IOException e) {
            throw new IOException(property + ": " + file + " cannot be read: name a PEM file", e);
        } catch (IllegalArgumentException e) {
            throw new IOException(property + ": " + file + " " + e.getMessage(), e);
        }
    }

    /** The server's subject, and nothing of the key. */
    @Override
    public String toString() {
        return "TlsMaterial[" + chain.get(0).getSubjectX500Principal() + "]";
    }
}
