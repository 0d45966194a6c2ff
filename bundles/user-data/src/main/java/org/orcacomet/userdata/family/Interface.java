package org.orcacomet.userdata.family;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A data-plane interface of a sliver, named by its MAC. */
public final class Interface extends FamilyEntry {
    /** The physical interface; a join demands it, a modify may do without it. */
    static final String HOST_INTERFACE = "hosteth";

    private static final String ADDRESS = "ip";
    private static final String VERSION = "ipVersion";

    static final Schema SCHEMA = Schema.of(
            Member.required("mac", "mac", Rule.MAC),
            Member.always("state", "state", Rule.oneOf("up", "down"), "up"),
            Member.always(VERSION, "ipversion", Rule.oneOf("ipv4", "ipv6"), "ipv4"),
            Member.optional(ADDRESS, "ip", Rule.ADDRESS),
            Member.always(HOST_INTERFACE, "hosteth", Rule.LINE, ""),
            Member.optional("vlanTag", "vlan.tag", Rule.LINE));

    Interface(Map<String, String> members) {
        super(SCHEMA, versioned(members));
    }

    /**
     * An interface with these members of the wire; {@code mac} is required. One without {@code ipVersion} is ipv4,
     * unless its address has a colon.
     *
     * @throws InvalidEntry naming each member that is missing or wrong
     */
    public static Interface of(Map<String, String> members) {
        return new Interface(members);
    }

    private static Map<String, String> versioned(Map<String, String> members) {
        Map<String, String> versioned = new LinkedHashMap<>(members);
        if (members.getOrDefault(VERSION, "").isEmpty()
                && members.getOrDefault(ADDRESS, "").contains(":")) {
            versioned.put(VERSION, "ipv6");
        }
        return versioned;
    }

    /** Twelve hexadecimal digits in lower case, without colons. */
    public String mac() {
        return name();
    }

    /** Whether it is to be up. */
    public boolean up() {
        return get("state").equals("up");
    }

    /** {@code up} or {@code down}. */
    public String state() {
        return get("state");
    }

    /** {@code ipv4} or {@code ipv6}. */
    public String ipVersion() {
        return get(VERSION);
    }

    /** The address, perhaps with a prefix length. */
    public Optional<String> ip() {
        return Optional.of(get(ADDRESS)).filter(ip -> !ip.isEmpty());
    }

    /** The physical interface of the host; empty if none was named. */
    public String hostInterface() {
        return get(HOST_INTERFACE);
    }

    /** The VLAN tag. */
    public Optional<String> vlanTag() {
        return Optional.of(get("vlanTag")).filter(tag -> !tag.isEmpty());
    }
}
