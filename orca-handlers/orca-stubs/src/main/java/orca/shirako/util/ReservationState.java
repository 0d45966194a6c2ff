package orca.shirako.util;

/** A state and what is pending in it. */
public class ReservationState {
    public ReservationState(int number, int number2) {
        throw new UnsupportedOperationException();
    }

    public int getPending() {
        throw new UnsupportedOperationException();
    }

    public int getState() {
        throw new UnsupportedOperationException();
    }
}
