package orca.shirako.container;

import orca.shirako.container.api.IActorContainer;
import orca.shirako.container.api.IOrcaConfiguration;

/** What there is once in the process. */
public class Globals {
    public static final String RootLoggerName = String.valueOf("");

    public static final String HomeDirectory = String.valueOf("");

    public static final EventManager eventManager = new EventManager();

    public static IActorContainer getContainer() {
        throw new UnsupportedOperationException();
    }

    public static IOrcaConfiguration getConfiguration() {
        throw new UnsupportedOperationException();
    }
}
