package org.orcacomet.http.internal.metrics;

import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.util.NanoTime;

/** TLS handshakes: how many were done, how long they took, and how many failed. Safe for use by many threads. */
public final class HandshakeMeter implements Connection.Listener, Source {
    private final Histogram done = new Histogram();
    private final LongAdder failed = new LongAdder();

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof SslConnection secured) {
            secured.addHandshakeListener(new Handshake(NanoTime.now()));
        }
    }

    @Override
    public void tell(Exposition to) {
        to.histogram(
                "comet_handshake_seconds",
                "TLS handshakes that were done, and how long each took from the connection's first moment.");
        done.tell(to);
        to.counter("comet_handshakes_failed_total", "TLS handshakes that failed.")
                .sample(failed.sum());
    }

    private final class Handshake implements SslHandshakeListener {
        private final long began;

        Handshake(long began) {
            this.began = began;
        }

        @Override
        public void handshakeSucceeded(Event event) {
            done.record(NanoTime.since(began));
        }

        @Override
        public void handshakeFailed(Event event, Throwable failure) {
            failed.increment();
        }
    }
}
