package org.orcacomet.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.orcacomet.client.internal.ServerList;

/** Everything that a client must know. Immutable; made by a {@link Builder}. */
public final class CometClientSettings {
    private final List<URI> servers;
    private final Path authorities;
    private final Optional<ClientIdentity> identity;
    private final ClientTimeouts timeouts;
    private final ClientLimits limits;

    private CometClientSettings(Builder builder) {
        this.servers = Collections.unmodifiableList(new ArrayList<>(builder.servers));
        this.authorities = builder.authorities;
        this.identity = builder.identity;
        this.timeouts = builder.timeouts;
        this.limits = builder.limits;
    }

    /**
     * Starts with the two things that every client needs.
     *
     * @param servers base addresses, separated by commas, each {@code https://host[:port][/path]} and perhaps with a
     *     slash at its end; they are asked in this order
     * @param authorities a file of the certificates that vouch for the servers, DER or PEM
     * @throws CometSettingsException if an entry is no such address, or there is none
     */
    public static Builder of(String servers, Path authorities) {
        return new Builder(ServerList.parse(servers), authorities);
    }

    /** The servers' addresses, in the order in which they are asked; none ends in a slash. */
    public List<URI> servers() {
        return servers;
    }

    /** The file of the certificates that vouch for the servers. */
    public Path authorities() {
        return authorities;
    }

    /** The client's key and certificate; empty for a caller without one, as a VM is. */
    public Optional<ClientIdentity> identity() {
        return identity;
    }

    /** How long things may take. */
    public ClientTimeouts timeouts() {
        return timeouts;
    }

    /** How much there may be at once. */
    public ClientLimits limits() {
        return limits;
    }

    /** Collects the settings; not safe for use by many threads. */
    public static final class Builder {
        private final List<URI> servers;
        private final Path authorities;
        private Optional<ClientIdentity> identity = Optional.empty();
        private ClientTimeouts timeouts = ClientTimeouts.standard();
        private ClientLimits limits = ClientLimits.standard();

        private Builder(List<URI> servers, Path authorities) {
            this.servers = servers;
            this.authorities = authorities;
        }

        /** The client's key and certificate. Without this the client shows none. */
        public Builder identity(ClientIdentity shown) {
            identity = Optional.of(shown);
            return this;
        }

        /** Other time-outs than the standard ones. */
        public Builder timeouts(ClientTimeouts chosen) {
            timeouts = chosen;
            return this;
        }

        /** Other limits than the standard ones. */
        public Builder limits(ClientLimits chosen) {
            limits = chosen;
            return this;
        }

        /** The settings. */
        public CometClientSettings build() {
            return new CometClientSettings(this);
        }
    }
}
