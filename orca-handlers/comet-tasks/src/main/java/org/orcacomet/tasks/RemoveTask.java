package org.orcacomet.tasks;

import org.orcacomet.orca.spi.LifecycleException;

/** Takes one entry out of one family of the unit. */
public final class RemoveTask extends CometTask {
    private String section;
    private String key;

    /** {@code users}, {@code interfaces}, {@code storage}, {@code routes} or {@code scripts}; required. */
    public void setSection(String section) {
        this.section = section;
    }

    /** The entry's name: login, MAC, device, network or script name; required. */
    public void setKey(String key) {
        this.key = key;
    }

    @Override
    void act() throws LifecycleException {
        require("section", section);
        require("key", key);
        slivers().remove(unit().properties(), section, key);
    }
}
