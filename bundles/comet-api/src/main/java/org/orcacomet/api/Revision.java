package org.orcacomet.api;

/** The number of a context's change, from 1. Each change raises it; it never starts again. */
public final class Revision implements Comparable<Revision> {
    private final long number;

    private Revision(long number) {
        if (number < 1) {
            throw new IllegalArgumentException("a revision is a number from 1");
        }
        this.number = number;
    }

    /**
     * The revision with this number.
     *
     * @throws IllegalArgumentException if it is under 1
     */
    public static Revision of(long number) {
        return new Revision(number);
    }

    /** The number, from 1. */
    public long number() {
        return number;
    }

    @Override
    public int compareTo(Revision other) {
        return Long.compare(number, other.number);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Revision && ((Revision) other).number == number;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(number);
    }

    /** The number. */
    @Override
    public String toString() {
        return Long.toString(number);
    }
}
