package org.orcacomet.bridge.am;

import java.util.Properties;
import orca.extensions.IPluginFactory;
import orca.manage.internal.ManagementObject;

/** What ORCA calls at a fresh boot, and only then. Whatever goes wrong here, ORCA boots. */
public class CometPluginFactory implements IPluginFactory {
    private final CometManagementObject object = new CometManagementObject();

    /** As ORCA makes it; {@link #create} follows. */
    public CometPluginFactory() {}

    /** ORCA stores the object and does not initialize it: so this does. */
    @Override
    public void create() {
        object.initialize();
    }

    @Override
    public Object getObject() {
        return object;
    }

    @Override
    public ManagementObject getManager() {
        return object;
    }

    /** There is nothing to configure: all is in orca.properties. */
    @Override
    public void configure(Properties properties) {}

    /** There is nothing to configure: all is in orca.properties. */
    @Override
    public void configure(String properties) {}
}
