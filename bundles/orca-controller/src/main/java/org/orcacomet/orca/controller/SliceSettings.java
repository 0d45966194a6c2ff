package org.orcacomet.orca.controller;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.orcacomet.orca.controller.internal.CometProperties;

/** Which scopes a slice gets, and how long a call may take. Immutable. */
public final class SliceSettings {
    private final boolean hosts;
    private final boolean pubkeys;
    private final Duration bound;
    private final CometProperties comet;

    private SliceSettings(boolean hosts, boolean pubkeys, Duration bound, CometProperties comet) {
        this.hosts = hosts;
        this.pubkeys = pubkeys;
        this.bound = bound;
        this.comet = comet;
    }

    /** With or without host names and public keys; ten seconds for a call; nothing known of COMET. */
    public static SliceSettings of(boolean hosts, boolean pubkeys) {
        return new SliceSettings(hosts, pubkeys, Duration.ofSeconds(10), CometProperties.of(Collections.emptyMap()));
    }

    /**
     * The same, with this bound for a call.
     *
     * @throws IllegalArgumentException if it is not over 0
     */
    public SliceSettings within(Duration timeout) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("slice.timeout.ms must be over 0");
        }
        return new SliceSettings(hosts, pubkeys, timeout, comet);
    }

    /** The same, with what ORCA's {@code comethost} and {@code comet.*} say: whether COMET is on, off or half set. */
    public SliceSettings configured(Map<String, String> properties) {
        return new SliceSettings(hosts, pubkeys, bound, CometProperties.of(properties));
    }

    /** Whether a slice's VMs share their host names: {@code orca.comet.hosts.enabled}. */
    public boolean hosts() {
        return hosts;
    }

    /** Whether a slice's VMs share their public keys: {@code orca.comet.pubkeys.enabled}. */
    public boolean pubkeys() {
        return pubkeys;
    }

    /** How long a call may take: {@code slice.timeout.ms}. */
    public Duration bound() {
        return bound;
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
