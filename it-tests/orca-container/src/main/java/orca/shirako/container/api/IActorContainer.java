package orca.shirako.container.api;

import orca.extensions.PackageId;
import orca.extensions.internal.PackageManager;
import orca.manage.internal.ManagementObjectManager;

/** The container of actors. */
public interface IActorContainer {
    /** Whether this boot took up what an earlier one had stored. */
    boolean isRecovered();

    /** Whether this boot began with an empty database. */
    boolean isFresh();

    /** The management objects. */
    ManagementObjectManager getManagementObjectManager();

    /** Where a package was unpacked. */
    String getPackageRootFolder(PackageId id);

    /** The packages. */
    PackageManager getPackageManager();
}
