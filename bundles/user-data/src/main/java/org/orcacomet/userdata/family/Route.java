package org.orcacomet.userdata.family;

import java.util.LinkedHashMap;
import java.util.Map;

/** A static route of a sliver, named by its network. */
public final class Route extends FamilyEntry {
    static final Schema SCHEMA = Schema.of(
            Member.required("routeNetwork", "network", Rule.ADDRESS),
            Member.required("routeNextHop", "nexthop", Rule.ADDRESS),
            Member.optional("device", "device", Rule.LINE),
            Member.optional("gateway", "gateway", Rule.ADDRESS));

    Route(Map<String, String> members) {
        super(SCHEMA, members);
    }

    /**
     * A route to this network by this hop.
     *
     * @throws InvalidEntry if either is no address
     */
    public static Route of(String network, String nextHop) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("routeNetwork", network);
        members.put("routeNextHop", nextHop);
        return new Route(members);
    }

    /** The destination. */
    public String network() {
        return name();
    }

    /** The next hop. */
    public String nextHop() {
        return get("routeNextHop");
    }
}
