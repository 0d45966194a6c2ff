package orca.shirako.core;

import java.util.Properties;

/** Hears where the life of a unit has come to: who traces it, and who makes the process crash there. */
public interface Moments {
    /** Called on the thread that came there, before anything further happens; {@code unit} is what a handler gets. */
    void reached(String moment, String reservation, Properties unit);
}
