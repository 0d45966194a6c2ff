package orca.shirako.container.api;

/** The configuration of an actor process. */
public interface IOrcaConfiguration {
    String getProperty(String text);
}
