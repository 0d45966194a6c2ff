package org.orcacomet.api;

import java.util.Optional;
import java.util.function.IntPredicate;

/** COMET's rules for the tokens of a new scope. */
public final class TokenRules {
    private static final int MIN_LENGTH = 8;

    private TokenRules() {}

    /** The rule that this pair violates, as a sentence without the tokens; empty if it violates none. */
    public static Optional<String> violation(TokenPair tokens) {
        String read = TokenCodec.reveal(tokens.read());
        String write = TokenCodec.reveal(tokens.write());
        if (read.equals(write)) {
            return Optional.of("readToken and writeToken are equal");
        }
        Optional<String> weakness = weakness("readToken", read);
        return weakness.isPresent() ? weakness : weakness("writeToken", write);
    }

    static Optional<String> weakness(String name, String token) {
        if (token.codePointCount(0, token.length()) < MIN_LENGTH) {
            return Optional.of(name + " is shorter than " + MIN_LENGTH + " characters");
        }
        if (any(token, c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            return Optional.of(name + " holds white space");
        }
        if (!any(token, Character::isDigit)) {
            return Optional.of(name + " has no digit");
        }
        if (!any(token, Character::isLowerCase)) {
            return Optional.of(name + " has no lower-case letter");
        }
        return any(token, Character::isUpperCase) ? Optional.empty() : Optional.of(name + " has no upper-case letter");
    }

    private static boolean any(String token, IntPredicate kind) {
        return token.codePoints().anyMatch(kind);
    }
}
