package orca.controllers;

import java.nio.file.Paths;
import java.util.ArrayDeque;
import java.util.Deque;
import orca.manage.FiledServiceManager;
import orca.manage.IOrcaServiceManager;
import orca.util.ID;

/** The controller's connections to the service manager; it takes back none but those that it handed out. */
public class OrcaConnectionFactory {
    /** How many there may be. */
    public static final int MAX_OBJECTS = 100;

    private final String url;
    private final Deque<FiledServiceManager> idle = new ArrayDeque<>();
    private int lent;

    /** Connections to the service manager at this address: a folder. */
    public OrcaConnectionFactory(String url, String user, String login, ID sm) {
        this.url = url;
    }

    /** A connection. */
    public synchronized IOrcaServiceManager getServiceManager() throws Exception {
        if (lent == MAX_OBJECTS) {
            throw new Exception("all " + MAX_OBJECTS + " connections are in use");
        }
        lent++;
        return idle.isEmpty() ? new FiledServiceManager(Paths.get(url)) : idle.pop();
    }

    /** Takes a connection back. */
    public synchronized void returnServiceManager(IOrcaServiceManager sm) {
        idle.push((FiledServiceManager) sm);
        lent--;
    }

    /** How many connections are in use. */
    public synchronized int lent() {
        return lent;
    }
}
