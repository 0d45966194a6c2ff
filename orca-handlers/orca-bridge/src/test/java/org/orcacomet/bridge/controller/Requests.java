package org.orcacomet.bridge.controller;

import java.util.Properties;
import orca.manage.IOrcaServiceManager;
import orca.manage.OrcaConverter;
import orca.manage.beans.SliceMng;
import orca.manage.beans.TicketReservationMng;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;

/** What ORCA's controller hands to a service manager. */
final class Requests {
    static final String VM = "bbnvmsite.vm";
    static final String VLAN = "bbnvmsite.vlan";

    private Requests() {}

    static SliceMng slice() {
        SliceMng slice = new SliceMng();
        slice.setName("s1");
        return slice;
    }

    static TicketReservationMng reservation(SliceID slice, String type, String hostName) {
        TicketReservationMng bean = new TicketReservationMng();
        bean.setSliceID(slice.toString());
        bean.setResourceType(type);
        OrcaConverter.setLocalProperty(bean, "unit.hostname", hostName);
        return bean;
    }

    /** Added, and with its id, as the controller keeps it for its demand. */
    static TicketReservationMng added(IOrcaServiceManager sm, SliceID slice, String type) {
        TicketReservationMng bean = reservation(slice, type, "Node");
        bean.setReservationID(sm.addReservation(bean).toString());
        return bean;
    }

    static ReservationID id(TicketReservationMng bean) {
        return new ReservationID(bean.getReservationID());
    }

    /** A reservation of a slice that ORCA's own code made, with its tokens. */
    static TicketReservationMng stock(IOrcaServiceManager sm, SliceID slice) {
        TicketReservationMng bean = added(sm, slice, VM);
        OrcaConverter.setLocalProperty(bean, "slice.comet.readToken", "Stock-Read-1");
        OrcaConverter.setLocalProperty(bean, "slice.comet.writeToken", "Stock-Write-1");
        OrcaConverter.setLocalProperty(bean, "unit.comet.hosts.group.write", "all");
        sm.demand(bean);
        return bean;
    }

    static Properties carried(IOrcaServiceManager sm, TicketReservationMng bean) {
        return OrcaConverter.fill(sm.getReservation(id(bean)).getConfigurationProperties());
    }
}
