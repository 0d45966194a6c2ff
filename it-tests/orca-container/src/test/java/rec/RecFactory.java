package rec;

import java.util.Properties;
import orca.extensions.IPluginFactory;
import orca.manage.internal.ManagementObject;

/** Makes the plugin that the recordings were made with: its create calls initialize itself. */
public class RecFactory implements IPluginFactory {
    private final RecManager manager = new RecManager();

    @Override
    public void create() throws Exception {
        RecManager.wrote("IPluginFactory.create");
        RecManager.failIfTold("create");
        manager.initialize();
    }

    @Override
    public Object getObject() {
        return manager;
    }

    @Override
    public ManagementObject getManager() {
        return manager;
    }

    @Override
    public void configure(Properties properties) {}

    @Override
    public void configure(String text) {}
}
