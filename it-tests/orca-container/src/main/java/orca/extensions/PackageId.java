package orca.extensions;

/** Identifies a package. */
public class PackageId implements Cloneable {
    private final String id;

    /** The one with this text. */
    public PackageId(String id) {
        this.id = id;
    }

    @Override
    public Object clone() {
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackageId && id.equals(((PackageId) other).id);
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
