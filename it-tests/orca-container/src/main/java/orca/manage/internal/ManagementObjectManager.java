package orca.manage.internal;

import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import orca.extensions.internal.ClassPath;
import orca.manage.internal.api.IManagementObject;
import orca.shirako.core.Table;
import orca.util.ID;

/** The management objects: in memory, and by class name in the database. */
public class ManagementObjectManager {
    private static final String CLASS = "class.name";

    private final Table stored;
    private final Map<ID, IManagementObject> objects = new ConcurrentHashMap<>();

    /** Those of this table. */
    public ManagementObjectManager(Table stored) {
        this.stored = stored;
    }

    /** The object of this identifier, or null. */
    public IManagementObject getManagementObject(ID id) {
        return objects.get(id);
    }

    /** Stores an object; it is not initialized. A second one of the same identifier is an exception. */
    public void registerManagerObject(IManagementObject object) throws Exception {
        String key = object.getID().toString();
        if (stored.get(key).isPresent()) {
            throw new SQLException("Duplicate entry '" + key + "' for key 'mo_guid'");
        }
        Properties row = object.save();
        row.setProperty(CLASS, object.getClass().getCanonicalName());
        stored.put(key, row);
        objects.put(object.getID(), object);
    }

    /** Forgets an object, in the database, too. */
    public void unregisterManager(ID id) throws Exception {
        objects.remove(id);
        stored.remove(id.toString());
    }

    /** A recovery boot: makes each stored object again. An Exception of one of them ends the boot. */
    public void recover() throws Exception {
        for (String key : stored.keys()) {
            Properties row = stored.get(key).orElseGet(Properties::new);
            ManagementObject object = (ManagementObject) ClassPath.instance(row.getProperty(CLASS));
            object.reset(row);
            object.initialize();
            object.recover();
            objects.put(object.getID(), object);
        }
    }
}
