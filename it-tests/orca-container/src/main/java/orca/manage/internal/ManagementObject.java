package orca.manage.internal;

import java.util.Properties;
import orca.manage.internal.api.IManagementObject;
import orca.util.ID;

/** What plugins extend. */
public class ManagementObject implements IManagementObject {
    private static final String KEY = "ManagementObject.id";

    protected ID id;

    /** At a recovery boot ORCA calls the subclass's, then {@code reset} and {@code initialize}. */
    public ManagementObject() {
        super();
    }

    /** Nothing here. */
    protected void registerProtocols() {
        // The protocols of remote management are not modelled.
    }

    @Override
    public void initialize() throws Exception {
        registerProtocols();
    }

    /** Called after {@code initialize} at a recovery boot. */
    protected void recover() throws Exception {
        // A subclass's business.
    }

    @Override
    public Properties save() {
        Properties properties = new Properties();
        save(properties);
        return properties;
    }

    /** Adds what the database keeps. */
    public void save(Properties properties) {
        properties.setProperty(KEY, getID().toString());
    }

    /** Takes back what {@code save} gave. */
    public void reset(Properties properties) {
        id = new ID(properties.getProperty(KEY));
    }

    @Override
    public ID getID() {
        return id;
    }

    @Override
    public String getActorName() {
        return null;
    }
}
