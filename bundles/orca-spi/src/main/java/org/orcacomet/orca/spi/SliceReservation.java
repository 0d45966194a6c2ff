package org.orcacomet.orca.spi;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A reservation as the controller knows it. May hold tokens: not to be logged, {@code toString} apart. */
public final class SliceReservation {
    private final String id;
    private final String type;
    private final String hostName;
    private final Map<String, String> properties;

    private SliceReservation(String id, String type, String hostName, Map<String, String> properties) {
        this.id = id;
        this.type = type;
        this.hostName = hostName;
        this.properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /**
     * A reservation.
     *
     * @param id ORCA's reservation id
     * @param type the resource type, such as {@code bbnvmsite.vm}
     * @param hostName the property {@code unit.hostname}; empty if it has none
     */
    public static SliceReservation of(String id, String type, String hostName) {
        return new SliceReservation(id, type, hostName, Collections.emptyMap());
    }

    /**
     * The same, of which ORCA has these properties already: {@code slice.comet.readToken}, {@code
     * slice.comet.writeToken}, {@code unit.comet.hosts.group.write} and their like. Others are passed over.
     */
    public SliceReservation having(Map<String, String> known) {
        return new SliceReservation(id, type, hostName, known);
    }

    /** ORCA's reservation id. */
    public String id() {
        return id;
    }

    /** The resource type. */
    public String type() {
        return type;
    }

    /** The host name; empty if it has none. */
    public String hostName() {
        return hostName;
    }

    /** What ORCA has of it already; holds tokens. */
    public Map<String, String> properties() {
        return properties;
    }

    @Override
    public String toString() {
        return id + " (" + type + ")";
    }
}
