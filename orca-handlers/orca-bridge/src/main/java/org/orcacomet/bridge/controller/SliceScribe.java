package org.orcacomet.bridge.controller;

import static java.util.Collections.singletonList;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import orca.manage.beans.ReservationMng;
import orca.manage.beans.SliceMng;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliceAnswer;
import org.orcacomet.orca.spi.SliceLifecycle;
import org.orcacomet.orca.spi.SliceReservation;
import org.slf4j.Logger;

/**
 * Tells the plugin what becomes of slices. Nothing gets out of it, whatever goes wrong, but a refusal of {@link
 * #adding}: anywhere else it would leave a slice that nobody can delete. Safe for use by many threads.
 */
final class SliceScribe {
    /** Probes are in a context of their own: a slice has no id yet when it is tried whether it can be made. */
    private static final String PROBES = "new-slices";

    /** Something that may go wrong in any way. */
    private interface Attempt {
        void run() throws LifecycleException;
    }

    private final Slices slices;
    private final SliceOperations operations;
    private final Logger log;

    SliceScribe(Slices slices, SliceOperations operations, Logger log) {
        this.slices = slices;
        this.operations = operations;
        this.log = log;
    }

    /**
     * A slice is about to be added.
     *
     * @return the operation that begins, for {@link #added}
     * @throws SliceRefused if COMET cannot be relied on
     */
    SliceOperation adding(SliceMng slice) {
        SliceOperation operation = operations.create();
        try {
            SliceLifecycle plugin = operation.budget().spend(bound -> slices.get());
            operation.budget().spend(bound -> {
                plugin.probe(PROBES, bound);
                return bound;
            });
            return operation;
        } catch (LifecycleException e) {
            log.error("slice {} is refused: {}", slice.getName(), e.getMessage(), e);
            throw new SliceRefused("slice " + slice.getName() + " is not made: " + e.getMessage(), e);
        } catch (Throwable failure) {
            log.error("slice {} is refused, as COMET could not be tried", slice.getName(), failure);
            throw new SliceRefused(
                    "slice " + slice.getName() + " is not made: COMET could not be tried; see the controller's log",
                    failure);
        }
    }

    /** The slice is added. */
    void added(String slice, SliceOperation operation) {
        attempt("begin slice", slice, () -> operations.begin(slice, operation));
    }

    /**
     * A reservation is added: its writes begin.
     *
     * @param earlier asks for the slice's reservations, which know its read token if it was made without this plugin
     */
    void added(String id, ReservationMng bean, Supplier<List<ReservationMng>> earlier) {
        attempt("begin the scopes of reservation", id, () -> {
            SliceOperation operation = operations.changing(bean.getSliceID());
            SliceReservation reservation = known(id, bean, operation, earlier);
            operation.added(reservation);
            reserve(bean, reservation, operation.budget(), left -> Duration.ZERO);
        });
    }

    /** A reservation is about to be demanded: its writes have what is left of the time, and it gets its properties. */
    void demanding(ReservationMng bean, Supplier<List<ReservationMng>> earlier) {
        String id = bean.getReservationID();
        attempt("set the properties of reservation", id, () -> {
            SliceOperation operation = operations.current(bean.getSliceID());
            operation.demanded(id);
            SliceReservation reservation = known(id, bean, operation, earlier);
            SliceAnswer answer = reserve(bean, reservation, operation.budget(), left -> left);
            Reservations.setLocal(bean, answer.properties(id));
            if (!answer.owed().isEmpty()) {
                log.warn("COMET has not taken yet, and is owed: {}", answer.owed());
            }
        });
    }

    private SliceAnswer reserve(
            ReservationMng bean, SliceReservation reservation, WaitBudget budget, UnaryOperator<Duration> share)
            throws LifecycleException {
        SliceLifecycle plugin = budget.spend(bound -> slices.get());
        return budget.spend(left -> plugin.reserve(bean.getSliceID(), singletonList(reservation), share.apply(left)));
    }

    private static SliceReservation known(
            String id, ReservationMng bean, SliceOperation operation, Supplier<List<ReservationMng>> earlier)
            throws LifecycleException {
        if (!operation.siblings().isPresent()) {
            operation.siblings(readToken(earlier.get()));
        }
        Map<String, String> known = Reservations.comet(bean);
        operation.siblings().ifPresent(siblings -> siblings.forEach(known::putIfAbsent));
        return Reservations.named(id, bean).having(known);
    }

    private static Optional<String> readToken(List<ReservationMng> earlier) throws LifecycleException {
        if (earlier == null) {
            throw new LifecycleException("the service manager does not tell the slice's reservations");
        }
        return earlier.stream()
                .map(Reservations::readToken)
                .filter(Optional::isPresent)
                .findFirst()
                .orElse(Optional.empty());
    }

    /** A reservation could not be added: those that were added with it will never be demanded. */
    void failed(Object bean) {
        attempt("release what was added before", "", () -> {
            String slice = ((ReservationMng) bean).getSliceID();
            for (SliceReservation abandoned : operations.current(slice).abandon()) {
                slices.get().release(slice, abandoned);
            }
        });
    }

    /** The reservations that are about to be closed, with what ORCA knows of them; none if it does not tell. */
    List<ReservationMng> ask(Supplier<List<ReservationMng>> closing) {
        List<ReservationMng> known = new ArrayList<>();
        attempt("learn of what is closed", "", () -> {
            List<ReservationMng> told = closing.get();
            if (told == null) {
                throw new LifecycleException("the service manager does not tell its reservations");
            }
            told.stream().filter(Objects::nonNull).forEach(known::add);
        });
        return known;
    }

    /** A reservation is closed. */
    void closed(ReservationMng bean) {
        attempt("release the scopes of reservation", bean.getReservationID(), () -> {
            operations.changing(bean.getSliceID());
            SliceReservation reservation =
                    Reservations.named(bean.getReservationID(), bean).having(Reservations.comet(bean));
            slices.get().release(bean.getSliceID(), reservation);
        });
    }

    /** What the service manager tells of reservations: those that ended by themselves are not announced otherwise. */
    void seen(List<?> reservations) {
        try {
            for (Object one : reservations) {
                over((ReservationMng) one);
            }
        } catch (LifecycleException e) {
            // They are told again and again, and so would be this.
            log.debug("could not release the scopes of reservations that ended: {}", e.getMessage());
        } catch (Throwable failure) {
            log.debug("could not release the scopes of reservations that ended", failure);
        }
    }

    /** With what the journal has alone: what ORCA knows of it would be deleted again each time. */
    private void over(ReservationMng bean) throws LifecycleException {
        if (Reservations.isOver(bean)) {
            slices.get().release(bean.getSliceID(), Reservations.named(bean.getReservationID(), bean));
        }
    }

    /** A slice is removed. */
    void removed(String slice) {
        attempt("delete the scopes of slice", slice, () -> {
            operations.forget(slice);
            slices.get().delete(slice);
        });
    }

    /** What went wrong here is nothing to ORCA. */
    private void attempt(String what, String name, Attempt attempt) {
        try {
            attempt.run();
        } catch (LifecycleException e) {
            log.error("could not {} {}: {}", what, name, e.getMessage());
        } catch (Throwable failure) {
            log.error("could not {} {}", what, name, failure);
        }
    }
}
