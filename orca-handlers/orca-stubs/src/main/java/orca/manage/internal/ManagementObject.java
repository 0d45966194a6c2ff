package orca.manage.internal;

import java.util.Properties;
import orca.manage.internal.api.IManagementObject;
import orca.util.ID;

/** The base of what is made again at each recovery boot. */
public class ManagementObject implements IManagementObject {
    public ManagementObject() {}

    protected void registerProtocols() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void initialize() throws Exception {
        throw new UnsupportedOperationException();
    }

    protected void recover() throws Exception {
        throw new UnsupportedOperationException();
    }

    @Override
    public Properties save() {
        throw new UnsupportedOperationException();
    }

    public void save(Properties properties) {
        throw new UnsupportedOperationException();
    }

    public void reset(Properties properties) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ID getID() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getActorName() {
        throw new UnsupportedOperationException();
    }
}
