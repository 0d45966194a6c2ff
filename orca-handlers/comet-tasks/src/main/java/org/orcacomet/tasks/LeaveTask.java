package org.orcacomet.tasks;

import org.orcacomet.orca.spi.LifecycleException;

/** The unit leaves: what it has in COMET goes, now or as soon as COMET answers. It may be repeated. */
public final class LeaveTask extends CometTask {
    @Override
    void act() throws LifecycleException {
        slivers().leave(unit().properties());
    }
}
