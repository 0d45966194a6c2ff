package org.orcacomet.userdata.family;

import java.util.LinkedHashMap;
import java.util.Map;

/** The host name of a sliver. The controller leaves the address empty, and the sliver fills it in. */
public final class Host extends FamilyEntry {
    static final Schema SCHEMA =
            Schema.of(Member.required("hostName", "hostname", Rule.LINE), Member.always("ip", "ip", Rule.LINE, ""));

    Host(Map<String, String> members) {
        super(SCHEMA, members);
    }

    /**
     * A host without an address yet.
     *
     * @throws InvalidEntry if the name is blank or holds a control character
     */
    public static Host of(String hostName) {
        return of(hostName, "");
    }

    /**
     * A host with this address, which may be empty.
     *
     * @throws InvalidEntry if the name is blank, or either holds a control character
     */
    public static Host of(String hostName, String ip) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("hostName", hostName);
        members.put("ip", ip);
        return new Host(members);
    }

    /** The host name. */
    public String hostName() {
        return name();
    }

    /** The address; empty until the sliver has reported it. */
    public String ip() {
        return get("ip");
    }
}
