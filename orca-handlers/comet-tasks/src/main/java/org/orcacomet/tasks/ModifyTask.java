package org.orcacomet.tasks;

import org.orcacomet.orca.spi.LifecycleException;

/** The unit is modified, as the highest {@code modify.subcommand.N} and its {@code modify.N.*} say. */
public final class ModifyTask extends CometTask {
    @Override
    void act() throws LifecycleException {
        slivers().modify(unit().properties());
    }
}
