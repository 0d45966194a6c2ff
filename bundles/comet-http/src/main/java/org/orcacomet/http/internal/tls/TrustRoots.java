package org.orcacomet.http.internal.tls;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The CAs of trusted callers. Safe for use by many threads. */
final class TrustRoots {
    private static final int MAX_REMEMBERED = 1000;

    private final Set<X509Certificate> roots;
    private final Map<List<X509Certificate>, Instant> trustedUntil = new ConcurrentHashMap<>();

    TrustRoots(Collection<X509Certificate> roots) {
        this.roots = Set.copyOf(roots);
    }

    /**
     * Whether a path leads from a caller's certificate, the first, over the others to one of the roots, all of them
     * in their dates (PKIX, without asking for revocation). Roots themselves are trusted whatever their dates.
     */
    boolean trust(List<X509Certificate> chain, Instant now) {
        Instant until = trustedUntil.get(chain);
        if (until != null && now.isBefore(until)) {
            return true;
        }
        boolean trusted = roots.contains(chain.get(0)) || pathLeadsToRoot(chain, now);
        if (trusted) {
            remember(chain);
        }
        return trusted;
    }

    private void remember(List<X509Certificate> chain) {
        if (trustedUntil.size() >= MAX_REMEMBERED) {
            trustedUntil.clear();
        }
        Instant earliestEnd = chain.stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
        trustedUntil.put(chain, earliestEnd);
    }

    private boolean pathLeadsToRoot(List<X509Certificate> chain, Instant now) {
        if (roots.isEmpty()) {
            return false;
        }
        try {
            CertPathBuilder.getInstance("PKIX").build(parameters(chain, now));
            return true;
        } catch (CertPathBuilderException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM cannot build certificate paths", e);
        }
    }

    private PKIXBuilderParameters parameters(List<X509Certificate> chain, Instant now)
            throws InvalidAlgorithmParameterException, NoSuchAlgorithmException {
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(chain.get(0));
        Set<TrustAnchor> anchors =
                roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        return parameters;
    }
}
