package org.orcacomet.client.internal;

import java.time.Clock;
import org.orcacomet.api.Comet;
import org.orcacomet.client.CometClientSettings;

/** A client, put together: what it does, and what it holds open. */
public final class ClientParts {
    private final Workers senders;
    private final Workers writers;
    private final Transport transport;
    private final Comet comet;

    private ClientParts(CometClientSettings settings, Clock clock) {
        Connections connections = Connections.of(settings, Tls.context(settings));
        WireCodec codec = new WireCodec();
        senders = new Workers("comet-client", settings.limits().connections());
        writers = new Workers("comet-batch", settings.limits().concurrentWrites());
        transport =
                new Transport(connections, senders.executor(), settings.limits().answerBytes());
        Failover failover = new Failover(new Servers(settings.servers(), clock), transport, codec, settings.timeouts());
        comet = new HttpComet(
                failover,
                codec,
                new SingleWrites(writers.executor()),
                settings.timeouts().total());
    }

    /**
     * Puts it together; the clock tells how long a server is asked last.
     *
     * @throws org.orcacomet.client.CometSettingsException if the key or the certificates cannot be used
     */
    public static ClientParts open(CometClientSettings settings, Clock clock) {
        return new ClientParts(settings, clock);
    }

    /** What it does. */
    public Comet comet() {
        return comet;
    }

    /** Ends what is going on, and closes what is open. */
    public void close() {
        writers.stop();
        senders.stop();
        transport.close();
    }
}
