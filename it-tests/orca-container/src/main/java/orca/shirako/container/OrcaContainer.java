package orca.shirako.container;

import java.io.IOException;
import java.nio.file.Path;
import orca.extensions.PackageId;
import orca.extensions.internal.PackageManager;
import orca.manage.internal.ManagementObjectManager;
import orca.shirako.container.api.IActorContainer;
import orca.shirako.core.Announcer;
import orca.shirako.core.Database;
import orca.shirako.core.Handlers;
import orca.shirako.core.Moments;
import orca.shirako.core.Site;
import orca.shirako.core.Testbed;
import orca.shirako.plugins.config.AntConfig;

/** A boot: packages, then plugins or management objects, then the actors. */
public final class OrcaContainer implements IActorContainer {
    private final Database database;
    private final OrcaConfiguration configuration;
    private final PackageManager packages;
    private final ManagementObjectManager objects;
    private final AntConfig ant;
    private final Testbed testbed;
    private volatile boolean fresh;

    /** Of this home; nothing is loaded yet. */
    public OrcaContainer(Path home, EventManager events, Database database, Moments moments) throws IOException {
        this.database = database;
        this.configuration = new OrcaConfiguration(home.resolve("config/orca.properties"));
        this.packages = new PackageManager(home, database);
        this.objects = new ManagementObjectManager(database.objects());
        this.ant = new AntConfig(configuration.getHandlerDelayMillis());
        Site site = new Site(home, configuration.forHandlers());
        Handlers handlers = new Handlers(ant, site, database.units(), moments);
        this.testbed = new Testbed(new Announcer(events), database, handlers, moments);
    }

    /** Boots. A fresh boot empties the database and asks factories; a recovery boot asks the database. */
    public void boot(boolean freshBoot) throws Exception {
        fresh = freshBoot;
        if (fresh) {
            database.clear();
        }
        packages.load(fresh);
        if (fresh) {
            new Factories(packages, objects).create(configuration.plugins());
        } else {
            objects.recover();
        }
        ant.start();
        testbed.start(fresh, configuration.getCycleMillis());
    }

    @Override
    public boolean isRecovered() {
        return !fresh;
    }

    @Override
    public boolean isFresh() {
        return fresh;
    }

    @Override
    public ManagementObjectManager getManagementObjectManager() {
        return objects;
    }

    @Override
    public String getPackageRootFolder(PackageId id) {
        return packages.folder(id.toString()).toString();
    }

    @Override
    public PackageManager getPackageManager() {
        return packages;
    }

    /** The configuration. */
    public OrcaConfiguration configuration() {
        return configuration;
    }

    /** The actors. */
    public Testbed testbed() {
        return testbed;
    }
}
