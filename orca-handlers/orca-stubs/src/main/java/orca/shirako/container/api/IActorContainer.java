package orca.shirako.container.api;

import orca.extensions.internal.PackageManager;
import orca.manage.internal.ManagementObjectManager;

/** The actors of the process, and what belongs to them all. */
public interface IActorContainer {
    boolean isRecovered();

    boolean isFresh();

    ManagementObjectManager getManagementObjectManager();

    PackageManager getPackageManager();
}
