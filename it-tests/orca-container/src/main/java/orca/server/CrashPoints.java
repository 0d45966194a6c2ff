package orca.server;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import orca.shirako.core.Database;
import orca.shirako.core.Moments;

/** Moments at which the process is to die as by SIGKILL, or from which on its database is to lose what it is given. */
final class CrashPoints implements Moments {
    private static final int KILLED = 137;

    private final Map<String, Runnable> armed = new ConcurrentHashMap<>();
    private final Database database;
    private final Object answering;

    /** Who holds this monitor answers a command. */
    CrashPoints(Database database, Object answering) {
        this.database = database;
        this.answering = answering;
    }

    /** The command that leads to the moment is answered first, though other threads may come there sooner. */
    void halt(String moment) {
        armed.put(moment, () -> {
            synchronized (answering) {
                Runtime.getRuntime().halt(KILLED);
            }
        });
    }

    void freeze(String moment) {
        armed.put(moment, database::freeze);
    }

    @Override
    public void reached(String moment, String reservation, Properties unit) {
        armed.getOrDefault(moment, () -> {}).run();
    }
}
