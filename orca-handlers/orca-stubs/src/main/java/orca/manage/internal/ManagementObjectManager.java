package orca.manage.internal;

import orca.manage.internal.api.IManagementObject;
import orca.util.ID;

/** The management objects that are in the database. */
public class ManagementObjectManager {
    ManagementObjectManager() {}

    public IManagementObject getManagementObject(ID id) {
        throw new UnsupportedOperationException();
    }

    public void registerManagerObject(IManagementObject managementObject) throws Exception {
        throw new UnsupportedOperationException();
    }

    public void unregisterManager(ID id) throws Exception {
        throw new UnsupportedOperationException();
    }
}
