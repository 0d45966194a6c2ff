package orca.controllers.xmlrpc;

import java.util.Locale;
import java.util.Properties;
import orca.manage.OrcaConverter;
import orca.manage.beans.TicketReservationMng;

/** One element of a slice that a user asks for, and the reservation that the controller makes of it. */
final class Element {
    private final String name;
    private final String type;

    private Element(String name, String type) {
        this.name = name;
        this.type = type;
    }

    static Element parse(String word) {
        int equals = word.indexOf('=');
        return new Element(word.substring(0, equals), word.substring(equals + 1));
    }

    String name() {
        return name;
    }

    TicketReservationMng reservation(ControllerSlice slice) {
        TicketReservationMng reservation = new TicketReservationMng();
        reservation.setSliceID(slice.id().toString());
        reservation.setResourceType(type);
        reservation.setUnits(1);
        reservation.setLocalProperties(OrcaConverter.fill(local(slice)));
        reservation.setConfigurationProperties(OrcaConverter.fill(configuration()));
        return reservation;
    }

    private Properties local(ControllerSlice slice) {
        Properties local = new Properties();
        local.setProperty("unit.url", "http://geni-orca.renci.org/owl/" + slice.id() + "#" + name);
        local.setProperty("unit.slice.name", slice.name());
        if (isCompute(type)) {
            local.setProperty("unit.hostname", name);
        }
        return local;
    }

    private static Properties configuration() {
        Properties configuration = new Properties();
        configuration.setProperty("config.duration", "86400");
        return configuration;
    }

    /** The type test of the controller's own writes; {@code bbnvmsite.lun} does not pass it. */
    static boolean isCompute(String type) {
        String small = type.toLowerCase(Locale.ROOT);
        return small.endsWith("vm") || small.endsWith("baremetalce") || small.equals("lun");
    }
}
