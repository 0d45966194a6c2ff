package orca.controllers;

import java.util.Properties;

/** A controller. */
public class OrcaController {
    public static final String HomeDirectory = String.valueOf("");

    protected static Properties controllerProperties;

    public static final String RootLoggerName = String.valueOf("");

    public static final String OrcaURL = String.valueOf("");

    public static final String OrcaUser = String.valueOf("");

    public static final String OrcaLogin = String.valueOf("");

    public static final String CometPubKeysEnabled = String.valueOf("");

    public static final String CometHostNamesEnabled = String.valueOf("");

    public OrcaConnectionFactory orca;

    public OrcaController() {}

    protected void init() throws Exception {
        throw new UnsupportedOperationException();
    }

    public static String getProperty(String text) {
        throw new UnsupportedOperationException();
    }
}
