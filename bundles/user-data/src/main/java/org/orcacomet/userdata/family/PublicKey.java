package org.orcacomet.userdata.family;

import java.util.Collections;
import java.util.Map;

/** The SSH public key of a sliver. The controller leaves it empty, and the sliver fills it in. */
public final class PublicKey extends FamilyEntry {
    static final Schema SCHEMA = Schema.of(Member.always("publicKey", "publickey", Rule.LINE, ""));

    PublicKey(Map<String, String> members) {
        super(SCHEMA, members);
    }

    /** A key that is not known yet. */
    public static PublicKey empty() {
        return of("");
    }

    /**
     * An OpenSSH public key of one line.
     *
     * @throws InvalidEntry if it holds a control character
     */
    public static PublicKey of(String line) {
        return new PublicKey(Collections.singletonMap("publicKey", line));
    }

    /** The key's line; empty until the sliver has reported it. */
    public String line() {
        return name();
    }

    /** Its kind alone. */
    @Override
    public String toString() {
        return "PublicKey";
    }
}
