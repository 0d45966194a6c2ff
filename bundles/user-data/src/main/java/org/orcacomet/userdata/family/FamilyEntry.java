package org.orcacomet.userdata.family;

import java.util.Collections;
import java.util.Map;

/** One entry of one family, in the normal form of its schema. It may hold secrets, so it shows its name alone. */
public abstract class FamilyEntry {
    private final Map<String, String> members;

    FamilyEntry(Schema schema, Map<String, String> members) {
        this.members = Collections.unmodifiableMap(schema.checked(members));
    }

    /** What tells it from its neighbours: login, MAC, device, network, script or host name. */
    public String name() {
        return members.values().iterator().next();
    }

    /** A member's text; empty if it has none. */
    final String get(String member) {
        return members.getOrDefault(member, "");
    }

    /** The members as texts, in the order of the wire. */
    final Map<String, String> members() {
        return members;
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && other.getClass() == getClass() && ((FamilyEntry) other).members.equals(members);
    }

    @Override
    public final int hashCode() {
        return members.hashCode();
    }

    /** Its kind and its name. */
    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + name() + "]";
    }
}
