package org.orcacomet.bridge.am;

import orca.manage.internal.ManagementObject;
import orca.util.ID;

/**
 * What ORCA makes again at each recovery boot, by this class's name: it must stay, at this place, for as long as any
 * ORCA has it in its database. Whatever goes wrong here, ORCA boots.
 */
public class CometManagementObject extends ManagementObject {
    static final String NAME = "orca-comet";

    /** As ORCA makes it; {@code reset} and {@link #initialize} follow. */
    public CometManagementObject() {}

    /** Always the same, so that ORCA has it once. */
    @Override
    public ID getID() {
        return new ID(NAME);
    }

    /** Starts the plugin, unless COMET is off; takes half a minute at most, and throws nothing. */
    @Override
    public void initialize() {
        LastResort.take("the management object", super::initialize);
        LastResort.take("the start", () -> AggregateManager.here().boot());
    }
}
