package org.orcacomet.bridge.controller;

import orca.controllers.OrcaConnectionFactory;
import orca.controllers.OrcaController;
import orca.manage.IOrcaServiceManager;

/** The controller's connections to the service manager: those of its own factory, each of them watched. */
public final class CometConnectionFactory extends OrcaConnectionFactory {
    private final OrcaConnectionFactory stock;
    private final SliceScribe scribe;

    CometConnectionFactory(OrcaConnectionFactory stock, SliceScribe scribe) {
        super(
                OrcaController.getProperty(OrcaController.OrcaURL),
                OrcaController.getProperty(OrcaController.OrcaUser),
                OrcaController.getProperty(OrcaController.OrcaLogin),
                null);
        this.stock = stock;
        this.scribe = scribe;
    }

    /** Not synchronized, as is what it overrides: it may wait in the stock factory for one that is given back. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public IOrcaServiceManager getServiceManager() throws Exception {
        IOrcaServiceManager sm = stock.getServiceManager();
        return sm == null ? null : CometServiceManager.around(sm, scribe);
    }

    /** Gives back the real one. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void returnServiceManager(IOrcaServiceManager sm) {
        stock.returnServiceManager((IOrcaServiceManager) CometServiceManager.inside(sm));
    }
}
