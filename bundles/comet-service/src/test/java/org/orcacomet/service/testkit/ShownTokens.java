package org.orcacomet.service.testkit;

import java.util.stream.Collectors;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;

/** The tokens that a caller shows: those of the scope, or what is wrong with them. */
public enum ShownTokens {
    /** Both of the scope's. */
    RIGHT(true, true),
    /** The scope's, but the read token's last character is another (all of it, where that one is weak). */
    READ_WRONG(false, true),
    /** The scope's, but the read token's first character is another. */
    READ_WRONG_AT_ONCE(false, true),
    /** The scope's, but the write token's last character is another (all of it, where that one is weak). */
    WRITE_WRONG(true, false),
    /** The scope's, but the write token's first character is another. */
    WRITE_WRONG_AT_ONCE(true, false),
    /** Two others. */
    BOTH_WRONG(false, false),
    /** The scope's, each in the other's place. */
    SWAPPED(false, false),
    /** Those of another scope of the context. */
    NEIGHBOURS(false, false),
    /** Two others, which break the rules for new tokens. */
    WEAK(false, false),
    /** The scope's read token, twice. */
    EQUAL(true, false),
    /** The scope's without their last characters. */
    SHORTENED(false, false),
    /** The scope's with capitals and small letters exchanged. */
    OTHER_CASE(false, false);

    private final boolean reads;
    private final boolean writes;

    ShownTokens(boolean reads, boolean writes) {
        this.reads = reads;
        this.writes = writes;
    }

    /** Whether the read token is the scope's. */
    public boolean reads() {
        return reads;
    }

    /** Whether the write token is the scope's. */
    public boolean writes() {
        return writes;
    }

    /** The read token, of a scope in this state. */
    public String read(ScopeState state) {
        return switch (this) {
            case RIGHT, WRITE_WRONG, WRITE_WRONG_AT_ONCE, EQUAL -> state.readToken();
            case READ_WRONG, BOTH_WRONG -> "readToken2";
            case READ_WRONG_AT_ONCE -> "ReadToken1";
            case SWAPPED -> state.writeToken();
            case NEIGHBOURS -> Stage.NEIGHBOURS_READ_TOKEN;
            case WEAK -> "other";
            case SHORTENED -> shortened(state.readToken());
            case OTHER_CASE -> otherCase(state.readToken());
        };
    }

    /** The write token, of a scope in this state. */
    public String write(ScopeState state) {
        return switch (this) {
            case RIGHT, READ_WRONG, READ_WRONG_AT_ONCE -> state.writeToken();
            case WRITE_WRONG, BOTH_WRONG -> "writeToken2";
            case WRITE_WRONG_AT_ONCE -> "WriteToken1";
            case SWAPPED, EQUAL -> state.readToken();
            case NEIGHBOURS -> Stage.NEIGHBOURS_WRITE_TOKEN;
            case WEAK -> "another";
            case SHORTENED -> shortened(state.writeToken());
            case OTHER_CASE -> otherCase(state.writeToken());
        };
    }

    /** Both, of a scope in this state. */
    public TokenPair pair(ScopeState state) {
        return TokenPair.of(TokenCodec.readToken(read(state)), TokenCodec.writeToken(write(state)));
    }

    private static String shortened(String token) {
        return token.substring(0, token.length() - 1);
    }

    private static String otherCase(String token) {
        return token.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
