package orca.controllers.xmlrpc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import orca.controllers.OrcaConnectionFactory;
import orca.manage.IOrcaServiceManager;
import orca.manage.OrcaConverter;
import orca.manage.beans.ReservationMng;
import orca.manage.beans.SliceMng;
import orca.manage.beans.TicketReservationMng;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;

/**
 * What users ask of the controller, all under one lock. An exception becomes an answer; an Error gets out, and leaves
 * the slice as it is then.
 */
final class OrcaXmlrpcHandler {
    /** A user's wish, with a connection to the service manager. */
    private interface Wish {
        String grant(IOrcaServiceManager sm) throws Exception;
    }

    private final OrcaConnectionFactory orca;
    private final Executor periodic;
    private final Map<String, ControllerSlice> slices = new LinkedHashMap<>();

    /** With these connections, and with this for what the controller does between the requests. */
    OrcaXmlrpcHandler(OrcaConnectionFactory orca, Executor periodic) {
        this.orca = orca;
        this.periodic = periodic;
    }

    /** Takes the slices from the service manager that it has. */
    synchronized void recover() throws Exception {
        with(sm -> {
            for (SliceMng slice : sm.getSlices()) {
                recover(sm, slice);
            }
            return "";
        });
    }

    private void recover(IOrcaServiceManager sm, SliceMng slice) {
        SliceID id = new SliceID(slice.getSliceID());
        ControllerSlice recovered = new ControllerSlice(slice.getName(), id);
        for (ReservationMng reservation : sm.getReservations(id)) {
            String url = OrcaConverter.getLocalProperty(reservation, "unit.url");
            recovered.put(url.substring(url.indexOf('#') + 1), reservation);
        }
        slices.put(slice.getName(), recovered);
    }

    synchronized Answer createSlice(String name, Request request) {
        return answer(sm -> {
            closeDeadSlices(sm);
            if (slices.containsKey(name)) {
                return "ERROR: duplicate slice urn " + name;
            }
            ControllerSlice slice = new ControllerSlice(name, addSlice(sm, name));
            slices.put(name, slice);
            demand(sm, add(sm, slice, request));
            return list(slice);
        });
    }

    /** A slice all of whose reservations are closed is forgotten; one without any stays. */
    private void closeDeadSlices(IOrcaServiceManager sm) {
        slices.values().removeIf(slice -> {
            List<ReservationMng> reservations = sm.getReservations(slice.id());
            return !reservations.isEmpty() && reservations.stream().allMatch(State.CLOSED::of);
        });
    }

    private static SliceID addSlice(IOrcaServiceManager sm, String name) throws Exception {
        SliceMng bean = new SliceMng();
        bean.setName(name);
        bean.setClientSlice(true);
        SliceID id = sm.addSlice(bean);
        if (id == null) {
            throw new Exception("Could not create slice: " + sm.getLastError());
        }
        return id;
    }

    /** Adds all, then writes all of COMET's; what is to be demanded, the last added first. */
    private static List<ReservationMng> add(IOrcaServiceManager sm, ControllerSlice slice, Request request)
            throws Exception {
        StockComet comet = StockComet.of(slice);
        List<ReservationMng> added = new ArrayList<>();
        for (Element element : request.added()) {
            TicketReservationMng reservation = element.reservation(slice);
            ReservationID id = sm.addReservation(reservation);
            if (id == null) {
                throw new RuntimeException("Could not add reservations " + sm.getLastError());
            }
            reservation.setReservationID(id.toString());
            slice.put(element.name(), reservation);
            added.add(reservation);
        }
        Collections.reverse(added);
        for (ReservationMng reservation : added) {
            comet.write(reservation);
        }
        return added;
    }

    private static void demand(IOrcaServiceManager sm, List<ReservationMng> reservations) {
        SliceDefer.demand(sm, reservations);
    }

    private static String list(ControllerSlice slice) {
        StringBuilder list = new StringBuilder(slice.id().toString());
        slice.reservations().forEach(one -> list.append(' ').append(one.getReservationID()));
        return list.toString();
    }

    synchronized Answer modifySlice(String name, Request request) {
        return answer(sm -> {
            ControllerSlice slice = slices.get(name);
            if (slice == null) {
                return "ERROR: unable to find slice " + name;
            }
            for (String element : request.removed()) {
                sm.closeReservation(idOf(slice, element));
                slice.remove(element);
            }
            demand(sm, add(sm, slice, request));
            request.modified().forEach(one -> periodic.execute(() -> modify(slice, one)));
            return list(slice);
        });
    }

    private static ReservationID idOf(ControllerSlice slice, String element) {
        return new ReservationID(slice.reservation(element).getReservationID());
    }

    private synchronized void modify(ControllerSlice slice, Modification modification) {
        answer(sm -> {
            sm.modifyReservation(idOf(slice, modification.name()), modification.properties());
            return "";
        });
    }

    synchronized Answer deleteSlice(String name) {
        return answer(sm -> {
            ControllerSlice slice = slices.get(name);
            if (slice == null) {
                return "ERROR: unable to find slice " + name;
            }
            if (!isStable(sm, slice)) {
                return "ERROR: unable to delete slice that is not yet stable, try again later";
            }
            for (ReservationMng reservation : slice.reservations()) {
                sm.closeReservation(new ReservationID(reservation.getReservationID()));
            }
            sm.removeSlice(slice.id());
            slices.remove(name);
            return "true";
        });
    }

    private static boolean isStable(IOrcaServiceManager sm, ControllerSlice slice) {
        List<ReservationMng> reservations = sm.getReservations(slice.id());
        return !reservations.isEmpty() && reservations.stream().noneMatch(State.NASCENT::of);
    }

    synchronized Answer sliceStatus(String name) {
        return answer(sm -> {
            ControllerSlice slice = slices.get(name);
            if (slice == null) {
                return "ERROR: unable to find slice " + name;
            }
            StringBuilder status = new StringBuilder();
            for (ReservationMng one : sm.getReservations(slice.id())) {
                status.append(one.getReservationID())
                        .append('=')
                        .append(State.name(one))
                        .append(' ');
            }
            return status.length() == 0
                    ? "There are no reservations in the slice"
                    : status.toString().trim();
        });
    }

    synchronized Answer listSlices() {
        return Answer.of(String.join(" ", slices.keySet()));
    }

    /** Not ORCA's: what the demand of an element carries to the AM, as one line. */
    synchronized Answer carried(String name, String element) {
        return answer(sm -> Line.text(OrcaConverter.fill(
                sm.getReservation(idOf(slices.get(name), element)).getConfigurationProperties())));
    }

    private Answer answer(Wish wish) {
        try {
            return Answer.of(with(wish));
        } catch (Exception e) {
            return Answer.of("ERROR: Exception encountered: " + e);
        }
    }

    private String with(Wish wish) throws Exception {
        IOrcaServiceManager sm = orca.getServiceManager();
        try {
            return wish.grant(sm);
        } finally {
            orca.returnServiceManager(sm);
        }
    }
}
