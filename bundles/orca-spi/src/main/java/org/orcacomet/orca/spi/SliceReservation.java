package org.orcacomet.orca.spi;

/** A reservation as the controller knows it. */
public final class SliceReservation {
    private final String id;
    private final String type;
    private final String hostName;

    private SliceReservation(String id, String type, String hostName) {
        this.id = id;
        this.type = type;
        this.hostName = hostName;
    }

    /**
     * A reservation.
     *
     * @param id ORCA's reservation id
     * @param type the resource type, such as {@code bbnvmsite.vm}
     * @param hostName the property {@code unit.hostname}; empty if it has none
     */
    public static SliceReservation of(String id, String type, String hostName) {
        return new SliceReservation(id, type, hostName);
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

    @Override
    public String toString() {
        return id + " (" + type + ")";
    }
}
