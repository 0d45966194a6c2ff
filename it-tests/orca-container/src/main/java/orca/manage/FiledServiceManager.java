package orca.manage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import orca.manage.beans.ReservationMng;
import orca.manage.beans.SliceMng;
import orca.manage.beans.TicketReservationMng;
import orca.shirako.common.ReservationID;
import orca.shirako.common.SliceID;
import orca.util.ID;

/**
 * A service manager that keeps what it knows in files, as ORCA's keeps it in a database of its own process: what it
 * answered is there when the controller is killed. What is demanded is active at once. All that stand on the same
 * folder are the same service manager.
 */
public final class FiledServiceManager implements IOrcaServiceManager {
    private static final ID GUID = new ID("5b7d2c9a-1c5e-4d0f-9a43-7f6f1f0a0001");
    private static final Object DATABASE = new Object();

    private final Path folder;
    private final Records slices;
    private final Records reservations;
    private volatile int lastError;

    /** The one on this folder. */
    public FiledServiceManager(Path folder) {
        this.folder = folder;
        this.slices = new Records(folder.resolve("slices"));
        this.reservations = new Records(folder.resolve("reservations"));
    }

    @Override
    public String getTypeID() {
        return "ServiceManager";
    }

    @Override
    public OrcaError getLastError() {
        return new OrcaError(lastError);
    }

    private boolean answer(boolean done) {
        lastError = done ? 0 : -1;
        return done;
    }

    @Override
    public List<SliceMng> getSlices() {
        List<SliceMng> all = new ArrayList<>();
        slices.all().forEach((id, record) -> all.add(slice(id, record)));
        return all;
    }

    private static SliceMng slice(String id, Properties record) {
        SliceMng slice = new SliceMng();
        slice.setSliceID(id);
        slice.setName(record.getProperty("name"));
        return slice;
    }

    @Override
    public SliceMng getSlice(SliceID id) {
        return slices.read(id.toString())
                .map(record -> slice(id.toString(), record))
                .orElse(null);
    }

    @Override
    public SliceID addSlice(SliceMng slice) {
        SliceID id = new SliceID();
        Properties record = new Properties();
        record.setProperty("name", slice.getName());
        slices.write(id.toString(), record);
        answer(true);
        return id;
    }

    @Override
    public boolean updateSlice(SliceMng slice) {
        return answer(slices.read(slice.getSliceID()).isPresent());
    }

    @Override
    public boolean removeSlice(SliceID slice) {
        synchronized (DATABASE) {
            of(slice).forEach(one -> reservations.remove(one.id()));
            return answer(slices.remove(slice.toString()));
        }
    }

    @Override
    public ReservationID addReservation(TicketReservationMng bean) {
        synchronized (DATABASE) {
            if (!answer(slices.read(bean.getSliceID()).isPresent())) {
                return null;
            }
            ReservationID id = new ReservationID();
            keep(ReservationRecord.nascent(id.toString(), reservations.all().size(), bean));
            return id;
        }
    }

    @Override
    public List<ReservationID> addReservations(List<TicketReservationMng> beans) {
        List<ReservationID> ids = new ArrayList<>();
        for (TicketReservationMng bean : beans) {
            ReservationID id = addReservation(bean);
            if (id == null) {
                return null;
            }
            ids.add(id);
        }
        return ids;
    }

    @Override
    public List<ReservationMng> getReservations(SliceID slice) {
        return of(slice).stream().map(ReservationRecord::bean).collect(Collectors.toList());
    }

    private List<ReservationRecord> of(SliceID slice) {
        List<ReservationRecord> found = new ArrayList<>();
        reservations.all().forEach((id, record) -> found.add(new ReservationRecord(id, record)));
        found.removeIf(one -> !one.slice().equals(slice.toString()));
        found.sort(Comparator.comparing(ReservationRecord::number));
        return found;
    }

    @Override
    public ReservationMng getReservation(ReservationID id) {
        return reservations
                .read(id.toString())
                .map(record -> new ReservationRecord(id.toString(), record).bean())
                .orElse(null);
    }

    @Override
    public boolean demand(ReservationID id) {
        return change(id, ReservationRecord::demand);
    }

    @Override
    public boolean demand(ReservationMng bean) {
        Properties local = OrcaConverter.fill(bean.getLocalProperties());
        return change(new ReservationID(bean.getReservationID()), record -> record.demand(local));
    }

    @Override
    public boolean extendReservation(ReservationID id, Date end) {
        return change(id, record -> {});
    }

    @Override
    public boolean modifyReservation(ReservationID id, Properties properties) {
        return change(id, record -> record.modify(properties));
    }

    @Override
    public boolean closeReservation(ReservationID id) {
        return change(id, record -> record.state(ReservationRecord.CLOSED));
    }

    @Override
    public boolean closeReservations(SliceID slice) {
        of(slice).forEach(one -> closeReservation(new ReservationID(one.id())));
        return answer(slices.read(slice.toString()).isPresent());
    }

    @Override
    public boolean removeReservation(ReservationID id) {
        return answer(reservations.remove(id.toString()));
    }

    private boolean change(ReservationID id, Consumer<ReservationRecord> change) {
        synchronized (DATABASE) {
            ReservationRecord record = reservations
                    .read(id.toString())
                    .map(found -> new ReservationRecord(id.toString(), found))
                    .orElse(null);
            if (record != null) {
                change.accept(record);
                keep(record);
            }
            return answer(record != null);
        }
    }

    private void keep(ReservationRecord record) {
        reservations.write(record.id(), record.record());
    }

    @Override
    public String getName() {
        return "sm";
    }

    @Override
    public ID getGuid() {
        return GUID;
    }

    @Override
    public IOrcaActor clone() {
        return new FiledServiceManager(folder);
    }
}
