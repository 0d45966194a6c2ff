package orca.extensions.internal;

import orca.extensions.PackageId;

/** The packages that are in the database. */
public class PackageManager {
    PackageManager() {}

    public int uninstallPackage(PackageId id) throws Exception {
        throw new UnsupportedOperationException();
    }
}
