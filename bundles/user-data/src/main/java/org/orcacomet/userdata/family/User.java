package org.orcacomet.userdata.family;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A login account of a sliver. */
public final class User extends FamilyEntry {
    /** The member that is a list on the wire, and a line each in ORCA's property. */
    static final String KEYS = "key";

    static final Schema SCHEMA = Schema.of(
            Member.required("user", "login", Rule.NAME),
            Member.required("sudo", "sudo", Rule.oneOf("yes", "no")),
            Member.always(KEYS, "keys", Rule.LINES, ""));

    User(Map<String, String> members) {
        super(SCHEMA, members);
    }

    /**
     * An account.
     *
     * @param keys OpenSSH public keys, each of one line
     * @throws InvalidEntry if the login is blank or holds an equals sign, or if it or a key holds a control character
     */
    public static User of(String login, boolean sudo, List<String> keys) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("user", login);
        members.put("sudo", sudo ? "yes" : "no");
        members.put(KEYS, String.join("\n", keys));
        return new User(members);
    }

    /** The name to log in by. */
    public String login() {
        return name();
    }

    /** Whether it may become root. */
    public boolean sudo() {
        return get("sudo").equals("yes");
    }

    /** The public keys; there may be none. */
    public List<String> keys() {
        String lines = get(KEYS);
        return lines.isEmpty()
                ? Collections.emptyList()
                : Collections.unmodifiableList(Arrays.asList(lines.split("\n")));
    }
}
