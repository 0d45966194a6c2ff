package org.orcacomet.http;

/**
 * How the server is set up.
 *
 * @param host the address to listen on; blank or 0.0.0.0 means all of this machine's
 * @param port the port, or 0 for one that the system picks
 * @param tls whose keys and certificates, and whose TLS
 * @param limits what a client may take
 * @param metrics who may read the metrics
 */
public record HttpSettings(String host, int port, TlsSettings tls, HttpLimits limits, MetricsAccess metrics) {
    private static final int MAX_PORT = 65_535;

    /**
     * These settings.
     *
     * @throws IllegalArgumentException if the port is none; the message names the property
     */
    public HttpSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException(
                    "port is not from 0 to " + MAX_PORT + ": set it to a free port, or to 0");
        }
    }
}
