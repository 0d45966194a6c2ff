package org.orcacomet.bridge.controller;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import orca.manage.IOrcaServiceManager;
import orca.manage.beans.ReservationMng;
import orca.manage.beans.SliceMng;
import orca.manage.beans.TicketReservationMng;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;

/**
 * The service manager as the controller sees it: every call goes through to the real one, and its answer and its
 * exceptions come back as they are; what makes, changes and ends slices is told to the plugin.
 */
final class CometServiceManager implements InvocationHandler {
    private final IOrcaServiceManager sm;
    private final SliceScribe scribe;

    private CometServiceManager(IOrcaServiceManager sm, SliceScribe scribe) {
        this.sm = sm;
        this.scribe = scribe;
    }

    /** This service manager, watched. */
    static IOrcaServiceManager around(IOrcaServiceManager sm, SliceScribe scribe) {
        return (IOrcaServiceManager) Proxy.newProxyInstance(
                CometServiceManager.class.getClassLoader(),
                new Class<?>[] {IOrcaServiceManager.class},
                new CometServiceManager(sm, scribe));
    }

    /** The real one inside; the given one itself, if nothing is around it. */
    static Object inside(Object sm) {
        if (sm != null && Proxy.isProxyClass(sm.getClass())) {
            InvocationHandler handler = Proxy.getInvocationHandler(sm);
            return handler instanceof CometServiceManager ? ((CometServiceManager) handler).sm : sm;
        }
        return sm;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Object first = arguments == null || arguments.length == 0 ? null : arguments[0];
        switch (method.getName()) {
            case "getReservations":
                return seen(through(method, arguments));
            case "clone":
                return watched(through(method, arguments));
            default:
                return first == null ? through(method, arguments) : invoke(method, first, arguments);
        }
    }

    private Object invoke(Method method, Object first, Object... arguments) throws Exception {
        switch (method.getName()) {
            case "addSlice":
                return addSlice((SliceMng) first);
            case "addReservation":
                return addReservation((TicketReservationMng) first);
            case "addReservations":
                return addReservations((List<?>) first, method);
            case "demand":
                return demand(first, method);
            case "closeReservation":
                return closeReservation((ReservationID) first);
            case "closeReservations":
                return closeReservations((SliceID) first);
            case "removeSlice":
                return removeSlice((SliceID) first);
            case "equals":
                return sm.equals(inside(first));
            default:
                return through(method, arguments);
        }
    }

    /** Never declared as Throwable: what the real one throws is thrown as it is. */
    private Object through(Method method, Object... arguments) throws Exception {
        try {
            return method.invoke(sm, arguments);
        } catch (InvocationTargetException e) {
            throw CometServiceManager.<RuntimeException>asIs(e.getTargetException());
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E asIs(Throwable failure) throws E {
        throw (E) failure;
    }

    private Object seen(Object reservations) {
        if (reservations instanceof List) {
            scribe.seen((List<?>) reservations);
        }
        return reservations;
    }

    private Object watched(Object clone) {
        return clone instanceof IOrcaServiceManager ? around((IOrcaServiceManager) clone, scribe) : clone;
    }

    private SliceID addSlice(SliceMng slice) {
        SliceOperation operation = scribe.adding(slice);
        SliceID id = sm.addSlice(slice);
        if (id != null) {
            scribe.added(id.toString(), operation);
        }
        return id;
    }

    private ReservationID addReservation(TicketReservationMng bean) {
        boolean added = false;
        try {
            ReservationID id = sm.addReservation(bean);
            added = id != null;
            if (added) {
                scribe.added(id.toString(), bean, earlier(bean));
            }
            return id;
        } finally {
            if (!added) {
                scribe.failed(bean);
            }
        }
    }

    private Object addReservations(List<?> beans, Method method) throws Exception {
        Object ids = null;
        try {
            ids = through(method, beans);
            if (ids != null) {
                added(beans, (List<?>) ids);
            }
            return ids;
        } finally {
            if (ids == null && !beans.isEmpty()) {
                scribe.failed(beans.get(0));
            }
        }
    }

    /** Where the answer does not say which id is whose, the demand will do. */
    private void added(List<?> beans, List<?> ids) {
        for (int i = 0; i < beans.size() && beans.size() == ids.size(); i++) {
            TicketReservationMng bean = (TicketReservationMng) beans.get(i);
            scribe.added(String.valueOf(ids.get(i)), bean, earlier(bean));
        }
    }

    private Supplier<List<ReservationMng>> earlier(ReservationMng bean) {
        return () -> sm.getReservations(new SliceID(bean.getSliceID()));
    }

    private Object demand(Object first, Method method) throws Exception {
        if (!(first instanceof ReservationMng)) {
            return through(method, first);
        }
        ReservationMng bean = (ReservationMng) first;
        scribe.demanding(bean, earlier(bean));
        return sm.demand(bean);
    }

    private boolean closeReservation(ReservationID id) {
        List<ReservationMng> closing = scribe.ask(() -> Collections.singletonList(sm.getReservation(id)));
        boolean done = sm.closeReservation(id);
        return closed(done, closing);
    }

    private boolean closeReservations(SliceID slice) {
        List<ReservationMng> closing = scribe.ask(() -> sm.getReservations(slice));
        boolean done = sm.closeReservations(slice);
        return closed(done, closing);
    }

    private boolean closed(boolean done, List<ReservationMng> closing) {
        if (done) {
            closing.forEach(scribe::closed);
        }
        return done;
    }

    private boolean removeSlice(SliceID slice) {
        boolean done = sm.removeSlice(slice);
        if (done) {
            scribe.removed(slice.toString());
        }
        return done;
    }
}
