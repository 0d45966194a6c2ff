package orca.manage;

import java.util.Properties;
import orca.shirako.common.ReservationID;

/** A service manager. */
public interface IOrcaServiceManager extends IOrcaActor, IOrcaClientActor {
    boolean modifyReservation(ReservationID reservation, Properties properties);
}
