package orca.util;

import java.util.UUID;

/** An identifier, equal by its text. */
public class ID implements Cloneable, Comparable<ID> {
    protected final String id;

    /** A new one. */
    public ID() {
        this(UUID.randomUUID().toString());
    }

    /** The one with this text. */
    public ID(String id) {
        this.id = id;
    }

    @Override
    public Object clone() {
        return this;
    }

    @Override
    public int compareTo(ID other) {
        return id.compareTo(other.id);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ID && id.equals(((ID) other).id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
