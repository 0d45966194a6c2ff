package orca.controllers;

import orca.manage.IOrcaServiceManager;
import orca.util.ID;

/** The controller's connections to the service manager. */
public class OrcaConnectionFactory {
    public OrcaConnectionFactory(String url, String user, String password, ID actor) {
        throw new UnsupportedOperationException();
    }

    public synchronized IOrcaServiceManager getServiceManager() throws Exception {
        throw new UnsupportedOperationException();
    }

    public synchronized void returnServiceManager(IOrcaServiceManager orcaServiceManager) {
        throw new UnsupportedOperationException();
    }
}
