package orca.extensions;

/** A package, by its identifier. */
public class PackageId {
    public PackageId(String text) {
        throw new UnsupportedOperationException();
    }
}
