package org.orcacomet.store;

import java.util.Optional;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.TokenPair;

/**
 * What guards a scope: the hashes of its two tokens.
 *
 * @param read of the read token
 * @param write of the write token
 * @param creator the fingerprint of the certificate key of whoever created the scope; empty if it had none
 */
public record Guard(TokenHash read, TokenHash write, Optional<String> creator) {
    /** The guard with these tokens, of a creator without a certificate. */
    public static Guard of(TokenPair tokens) {
        return new Guard(TokenHash.of(tokens.read()), TokenHash.of(tokens.write()), Optional.empty());
    }

    /** The same guard, of the creator whose certificate key has this fingerprint. */
    public Guard createdBy(String fingerprint) {
        return new Guard(read, write, Optional.of(fingerprint));
    }

    /** Whether this token reads the scope. */
    public boolean admits(ReadToken token) {
        return read.matches(token);
    }

    /** Whether these tokens write the scope; both are always looked at, so that the time does not tell which is wrong. */
    public boolean admits(TokenPair tokens) {
        boolean reads = read.matches(tokens.read());
        boolean writes = write.matches(tokens.write());
        return reads && writes;
    }
}
