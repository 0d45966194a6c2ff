package org.orcacomet.orca.controller;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.orcacomet.orca.controller.internal.CometProperties;

/** Which scopes a slice gets. Immutable. */
public final class SliceSettings {
    private final boolean hosts;
    private final boolean pubkeys;
    private final CometProperties comet;

    private SliceSettings(boolean hosts, boolean pubkeys, CometProperties comet) {
        this.hosts = hosts;
        this.pubkeys = pubkeys;
        this.comet = comet;
    }

    /** With or without host names and public keys; nothing known of COMET. */
    public static SliceSettings of(boolean hosts, boolean pubkeys) {
        return new SliceSettings(hosts, pubkeys, CometProperties.of(Collections.emptyMap()));
    }

    /** The same, with what ORCA's {@code comethost} and {@code comet.*} say: whether COMET is on, off or half set. */
    public SliceSettings configured(Map<String, String> properties) {
        return new SliceSettings(hosts, pubkeys, CometProperties.of(properties));
    }

    /** Whether a slice's VMs share their host names: {@code orca.comet.hosts.enabled}. */
    public boolean hosts() {
        return hosts;
    }

    /** Whether a slice's VMs share their public keys: {@code orca.comet.pubkeys.enabled}. */
    public boolean pubkeys() {
        return pubkeys;
    }

    /** Whether all that COMET takes is configured. */
    public boolean cometIsConfigured() {
        return comet.complete();
    }

    /** What is missing of COMET's configuration while another part of it is set; empty if none or all of it is set. */
    public List<String> missing() {
        return comet.missing();
    }
}
