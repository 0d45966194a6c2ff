package orca.controllers.xmlrpc;

import java.util.List;
import orca.manage.IOrcaServiceManager;
import orca.manage.beans.ReservationMng;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Demands reservations one after the other; one that fails is logged, and nobody is told. */
final class SliceDefer {
    private static final Logger LOG = LoggerFactory.getLogger("orca.controllers.xmlrpc.SliceDeferThread");

    private SliceDefer() {}

    static void demand(IOrcaServiceManager sm, List<ReservationMng> reservations) {
        for (ReservationMng reservation : reservations) {
            demand(sm, reservation);
        }
    }

    private static void demand(IOrcaServiceManager sm, ReservationMng reservation) {
        try {
            if (!sm.demand(reservation)) {
                LOG.error("Could not demand resources: {}", sm.getLastError());
            }
        } catch (ThreadDeath death) {
            throw death;
        } catch (Throwable failure) {
            LOG.error("Exception, failed to demand reservation {}", reservation.getReservationID(), failure);
        }
    }
}
