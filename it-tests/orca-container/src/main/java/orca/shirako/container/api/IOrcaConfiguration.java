package orca.shirako.container.api;

/** The configuration of an actor process. */
public interface IOrcaConfiguration {
    /** The value of this key, null if there is none; keys of {@code admin.} are not seen. */
    String getProperty(String key);
}
