package org.orcacomet.bridge.controller;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import orca.manage.OrcaConverter;
import orca.manage.beans.PropertiesMng;
import orca.manage.beans.PropertyMng;
import orca.manage.beans.ReservationMng;
import org.orcacomet.orca.spi.SliceReservation;

/** ORCA's reservations as the plugin takes them. */
final class Reservations {
    static final String READ_TOKEN = "slice.comet.readToken";
    private static final String HOST_NAME = "unit.hostname";
    private static final int CLOSED = 5;
    private static final int FAILED = 7;

    private Reservations() {}

    /** A reservation with this id; what ORCA knows of COMET is not in it. */
    static SliceReservation named(String id, ReservationMng bean) {
        String hostName = sets(bean).getOrDefault(HOST_NAME, "");
        return SliceReservation.of(id, Objects.toString(bean.getResourceType(), ""), hostName);
    }

    /** What ORCA knows of COMET from this reservation: its tokens and groups. */
    static Map<String, String> comet(ReservationMng bean) {
        Map<String, String> comet = sets(bean);
        comet.keySet().removeIf(name -> !name.startsWith("slice.comet.") && !name.startsWith("unit.comet."));
        return comet;
    }

    /** Whether it ended, and will not be there again. */
    static boolean isOver(ReservationMng bean) {
        return bean.getState() == CLOSED || bean.getState() == FAILED;
    }

    static Optional<String> readToken(ReservationMng bean) {
        return Optional.ofNullable(sets(bean).get(READ_TOKEN));
    }

    /** All four sets of properties in one; a local one counts most. */
    private static Map<String, String> sets(ReservationMng bean) {
        Map<String, String> all = new TreeMap<>();
        Stream.of(
                        bean.getResourceProperties(),
                        bean.getRequestProperties(),
                        bean.getConfigurationProperties(),
                        bean.getLocalProperties())
                .filter(Objects::nonNull)
                .flatMap(set -> set.getProperty().stream())
                .filter(one -> one.getName() != null && one.getValue() != null)
                .forEach((PropertyMng one) -> all.put(one.getName(), one.getValue()));
        return all;
    }

    /** Sets local properties, which a demand carries to the aggregate manager. */
    static void setLocal(ReservationMng bean, Map<String, String> properties) {
        if (bean.getLocalProperties() == null) {
            bean.setLocalProperties(new PropertiesMng());
        }
        properties.forEach((name, value) -> OrcaConverter.setLocalProperty(bean, name, value));
    }
}
