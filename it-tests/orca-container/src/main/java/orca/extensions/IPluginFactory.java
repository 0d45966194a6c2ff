package orca.extensions;

import java.util.Properties;
import orca.manage.internal.ManagementObject;

/** What a package's plugin is made by, at a fresh boot only. */
public interface IPluginFactory {
    /** Makes it. */
    void create() throws Exception;

    /** What was made. */
    Object getObject();

    /** What the database keeps of it. */
    ManagementObject getManager();

    /** Configures it. */
    void configure(Properties properties) throws Exception;

    /** Configures it. */
    void configure(String text) throws Exception;
}
