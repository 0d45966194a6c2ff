package org.orcacomet.benchmarks.load;

import java.io.IOException;

/** A connection of its own for each call. */
final class FreshWire implements Wire {
    private final Peer peer;

    FreshWire(Peer peer) {
        this.peer = peer;
    }

    @Override
    public int call(byte[] request) throws IOException {
        try (Wire wire = peer.connect()) {
            return wire.call(request);
        }
    }

    @Override
    public void close() {
        // Each call closed its own.
    }
}
