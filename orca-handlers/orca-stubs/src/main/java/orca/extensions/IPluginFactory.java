package orca.extensions;

import java.util.Properties;
import orca.manage.internal.ManagementObject;

/** What a package names to be called at a fresh boot. */
public interface IPluginFactory {
    void create() throws Exception;

    Object getObject();

    ManagementObject getManager();

    void configure(Properties properties) throws Exception;

    void configure(String text) throws Exception;
}
