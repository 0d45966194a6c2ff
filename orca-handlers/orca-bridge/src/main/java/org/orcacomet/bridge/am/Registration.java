package org.orcacomet.bridge.am;

import orca.util.ID;

/** The management object in ORCA's database: made once, and taken out only when ORCA has it for certain. */
final class Registration {
    private static final ID OBJECT = new ID(CometManagementObject.NAME);

    private final ActorProcess orca;
    private boolean expected;
    private boolean removed;

    Registration(ActorProcess orca) {
        this.orca = orca;
    }

    /** ORCA initializes an object, and lists it a little later: until then it cannot be taken out. */
    synchronized void expect() {
        expected = true;
    }

    /** Makes it, unless ORCA has it, or had it until it was taken out; returns whether it was made. */
    synchronized boolean make() throws Exception {
        if (expected || removed || orca.has(OBJECT)) {
            return false;
        }
        orca.register(new CometManagementObject());
        return true;
    }

    /**
     * Takes it out.
     *
     * @throws IllegalStateException if ORCA is still starting, so that it would be there again afterwards
     */
    synchronized void remove() throws Exception {
        if (orca.has(OBJECT)) {
            orca.unregister(OBJECT);
        } else if (expected) {
            throw new IllegalStateException("ORCA is still starting; try again when it has");
        }
        expected = false;
        removed = true;
    }
}
