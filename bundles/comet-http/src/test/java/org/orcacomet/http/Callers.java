package org.orcacomet.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.orcacomet.http.TestPki.Dates;
import org.orcacomet.http.TestPki.Identity;
import org.orcacomet.service.Caller.Standing;
import org.orcacomet.service.testkit.Who;

/** A certificate for each kind of caller that has one. */
final class Callers {
    // Setup's subjects, in the order in which a certificate has their parts.
    private static final String LISTED = "O=site,CN=orca";
    private static final String UNLISTED = "O=site,CN=foreign";

    private final Identity ca;
    private final KeyPair keys = TestPki.keys("EC");
    private final Map<Who, Identity> identities = new EnumMap<>(Who.class);

    Callers(Identity ca) {
        this.ca = ca;
        identities.put(Who.EXPIRED, TestPki.issue(ca, LISTED, Dates.PAST, keys));
        identities.put(Who.EARLY, TestPki.issue(ca, LISTED, Dates.FUTURE, keys));
        identities.put(Who.SELF_SIGNED, TestPki.selfSigned(LISTED, keys));
        identities.put(Who.STRANGER, TestPki.issue(TestPki.ca("CN=Test CA"), LISTED, Dates.NOW, keys));
        identities.put(Who.CREATOR, TestPki.issue(ca, LISTED, Dates.NOW, keys));
        identities.put(Who.COLLEAGUE, TestPki.issue(ca, LISTED, Dates.NOW));
        identities.put(Who.FOREIGN, TestPki.issue(ca, UNLISTED, Dates.NOW, keys));
    }

    /** A connection of this caller. */
    KeptConnection connect(Who who, int port) {
        Identity[] shown = Arrays.stream(new Identity[] {identities.get(who)})
                .filter(identity -> identity != null)
                .toArray(Identity[]::new);
        try {
            return new KeptConnection(port, TestPki.client(ca, shown));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fingerprint of the key of a caller whose certificate is in its dates. */
    Optional<String> fingerprint(Who who) {
        return Optional.ofNullable(identities.get(who))
                .filter(identity -> who.standing() != Standing.ANONYMOUS)
                .map(identity -> sha256(identity.keys().getPublic().getEncoded()));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
