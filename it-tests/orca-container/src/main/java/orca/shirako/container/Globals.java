package orca.shirako.container;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import orca.shirako.container.api.IActorContainer;
import orca.shirako.container.api.IOrcaConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What ORCA keeps in statics: the process's one container. */
public class Globals {
    /** The name of ORCA's logger; what is logged under another root is not in ORCA's log. */
    public static final String RootLoggerName = String.valueOf("orca");
    /** ORCA_HOME, with a separator at its end. */
    public static final String HomeDirectory = home();
    /** Whether it exists tells a recovery boot from a fresh one. */
    public static final String SuperblockLocation = HomeDirectory + "state_recovery.lock";
    /** The event manager. */
    public static final EventManager eventManager = new EventManager();

    private static final int FAILED = 255;
    private static volatile OrcaContainer container;

    /** ORCA's has one. */
    public Globals() {
        super();
    }

    private static String home() {
        String home = System.getenv("ORCA_HOME");
        String folder = home == null ? "." : home;
        return folder.endsWith(File.separator) ? folder : folder + File.separator;
    }

    /** Boots this container; an Exception ends the process with status 255, an Error ends this thread only. */
    public static void start(OrcaContainer booting) {
        container = booting;
        Path superblock = Paths.get(SuperblockLocation);
        boolean fresh = !Files.exists(superblock);
        try {
            booting.boot(fresh);
            if (fresh) {
                Files.createFile(superblock);
            }
        } catch (Exception e) {
            logger().error("Critical error: Orca failed to initialize", new ContainerInitializationException(e));
            System.err.println("Critical error: Orca failed to initialize: " + e + "\nExiting...");
            System.exit(FAILED);
        }
    }

    private static Logger logger() {
        return LoggerFactory.getLogger(RootLoggerName);
    }

    /** The container; null before a boot. */
    public static IActorContainer getContainer() {
        return container;
    }

    /** The stand-in's own view of the container; null before a boot. */
    public static OrcaContainer container() {
        return container;
    }

    /** The configuration. */
    public static IOrcaConfiguration getConfiguration() {
        return container.configuration();
    }
}
