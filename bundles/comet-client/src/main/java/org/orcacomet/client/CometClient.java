package org.orcacomet.client;

import java.time.Clock;
import org.orcacomet.api.Comet;
import org.orcacomet.client.internal.ClientParts;

/**
 * Owns what a client holds open: connections, and threads that end by themselves when they are idle. Safe for use by
 * many threads.
 */
public final class CometClient implements AutoCloseable {
    private final ClientParts parts;

    private CometClient(ClientParts parts) {
        this.parts = parts;
    }

    /**
     * Reads the key and the certificates, and connects to nobody yet: a server that is down fails calls, not this.
     *
     * @throws CometSettingsException if a file is missing, does not hold what it should, or the password is wrong
     */
    public static CometClient open(CometClientSettings settings) {
        return open(settings, Clock.systemUTC());
    }

    static CometClient open(CometClientSettings settings, Clock clock) {
        return new CometClient(ClientParts.open(settings, clock));
    }

    /** COMET for the caller that this client's certificate names. It fails each call once the client is closed. */
    public Comet comet() {
        return parts.comet();
    }

    /** Ends what is going on, and closes all connections. Closing twice is no error. */
    @Override
    public void close() {
        parts.close();
    }
}
