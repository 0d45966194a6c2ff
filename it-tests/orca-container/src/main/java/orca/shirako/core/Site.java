package orca.shirako.core;

import java.nio.file.Path;
import java.util.Properties;

/** What handlers of one authority get besides the unit's own properties, and where handlers are. */
public final class Site {
    private static final String HANDLER = "config.action";

    private final Path home;
    private final Properties configured;

    /** Of the process with this home; {@code configured} is the configuration's part. */
    public Site(Path home, Properties configured) {
        this.home = home;
        this.configured = configured;
    }

    /** The build file that the unit names. */
    Path handler(Properties unit) {
        return home.resolve("handlers").resolve(unit.getProperty(HANDLER, "handler.xml"));
    }

    void complete(Properties unit) {
        configured.stringPropertyNames().forEach(name -> unit.setProperty(name, configured.getProperty(name)));
        unit.setProperty("orca.home", home + "/");
        unit.setProperty("root.dir", home + "/");
        unit.setProperty(HANDLER, handler(unit).toString());
    }
}
