package org.orcacomet.bridge.am;

import java.util.Objects;

/** One announcement that a reservation ends. */
final class Ending {
    /** What was announced; each may come several times. */
    enum Stage {
        CLOSING,
        ENDED,
        PURGED,
        /** Before a crash, whatever it was. */
        NOTED
    }

    private final String slice;
    private final String reservation;
    private final Stage stage;

    Ending(String slice, String reservation, Stage stage) {
        this.slice = slice;
        this.reservation = reservation;
        this.stage = stage;
    }

    String slice() {
        return slice;
    }

    String reservation() {
        return reservation;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ending
                && slice.equals(((Ending) other).slice)
                && reservation.equals(((Ending) other).reservation)
                && stage == ((Ending) other).stage;
    }

    @Override
    public int hashCode() {
        return Objects.hash(slice, reservation, stage);
    }

    @Override
    public String toString() {
        return "reservation " + reservation + " of slice " + slice;
    }
}
