package org.orcacomet.http;

import java.net.URI;

/**
 * Where COMET listens, published as a service while it does; {@value #URI_PROPERTY} is its address as a text.
 *
 * @param uri the address, such as {@code https://127.0.0.1:8111}; reachable from this machine
 */
public record ServerAddress(URI uri) {
    /** The service property that holds the address. */
    public static final String URI_PROPERTY = "comet.uri";
}
