package orca.server;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import orca.extensions.internal.Folders;
import orca.shirako.container.Globals;
import orca.shirako.container.OrcaContainer;
import orca.shirako.core.Database;
import orca.shirako.core.Moments;

/** ORCA_HOME in the environment, commands on standard input, answers on standard output; says {@code ready} first. */
public final class OrcaServer {
    private OrcaServer() {}

    /** Boots on this thread; the console is there before, and stays if this thread dies. */
    public static void main(String[] arguments) throws Exception {
        Path home = Paths.get(Globals.HomeDirectory).toAbsolutePath().normalize();
        clean(home);
        Surroundings.apply(home.resolve("logs"));
        Database database = new Database(home.resolve("db"));
        Object answering = new Object();
        CrashPoints crashes = new CrashPoints(database, answering);
        Console console = new Console(new Commands(crashes), answering);
        console.start();
        boot(home, database, crashes);
        console.say("ready " + (Globals.getContainer().isFresh() ? "fresh" : "recovered"));
    }

    /** What ORCA's start script does before each start. */
    private static void clean(Path home) throws IOException {
        for (String folder : new String[] {"packages", "handlers", "scripts"}) {
            Folders.remove(home.resolve(folder));
        }
    }

    private static void boot(Path home, Database database, CrashPoints crashes) throws Exception {
        Trace trace = Trace.begin(home.resolve("logs/trace.txt"));
        Moments both = (moment, reservation, unit) -> {
            trace.reached(moment, reservation, unit);
            crashes.reached(moment, reservation, unit);
        };
        OrcaContainer container = new OrcaContainer(home, Globals.eventManager, database, both);
        trace.knows(container.testbed().actors());
        Globals.eventManager.createPrivilegedSubscription(trace);
        Globals.start(container);
    }
}
