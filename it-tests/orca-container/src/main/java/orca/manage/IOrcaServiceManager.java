package orca.manage;

import java.util.Properties;
import orca.shirako.common.ReservationID;

/** A service manager. */
public interface IOrcaServiceManager extends IOrcaActor, IOrcaClientActor {
    /** Modifies an active reservation: the properties stay with it. */
    boolean modifyReservation(ReservationID reservation, Properties properties);
}
