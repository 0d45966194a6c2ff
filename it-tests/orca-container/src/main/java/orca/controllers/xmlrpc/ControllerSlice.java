package orca.controllers.xmlrpc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import orca.manage.beans.ReservationMng;
import orca.shirako.common.SliceID;

/** A slice as the controller knows it: its name, and its elements with the reservations that were made of them. */
final class ControllerSlice {
    private final String name;
    private final SliceID id;
    private final Map<String, ReservationMng> reservations = new LinkedHashMap<>();

    ControllerSlice(String name, SliceID id) {
        this.name = name;
        this.id = id;
    }

    String name() {
        return name;
    }

    SliceID id() {
        return id;
    }

    void put(String element, ReservationMng reservation) {
        reservations.put(element, reservation);
    }

    ReservationMng reservation(String element) {
        return reservations.get(element);
    }

    void remove(String element) {
        reservations.remove(element);
    }

    List<ReservationMng> reservations() {
        return new ArrayList<>(reservations.values());
    }
}
