package org.orcacomet.client.internal;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.orcacomet.api.CometProtocolException;

/**
 * Sends one call to one server. A request runs on a worker's thread, and whoever asked waits no longer than was said:
 * neither a name server that hangs nor a server that drips byte by byte, nor an interrupt that a socket does not feel,
 * can hold it.
 */
final class Transport {
    private final CloseableHttpClient client;
    private final PoolingHttpClientConnectionManager pool;
    private final ExecutorService workers;
    private final int answerBytes;

    Transport(Connections connections, ExecutorService workers, int answerBytes) {
        this.client = connections.client();
        this.pool = connections.pool();
        this.workers = workers;
        this.answerBytes = answerBytes;
    }

    /**
     * Sends a call, and returns whatever was answered in full.
     *
     * @throws CometProtocolException if the answer is too large
     */
    Answer send(Call call, Server server, Set<Extension> known, Deadline deadline)
            throws AttemptFailure, InterruptedException {
        Exchange exchange = new Exchange(server, Requests.of(call, server, known), answerBytes);
        try {
            return await(exchange, workers.submit(() -> exchange.run(client)), deadline);
        } catch (RejectedExecutionException e) {
            throw AttemptFailure.of("this client is closed", AttemptFailure.Reach.UNABLE);
        }
    }

    private static Answer await(Exchange exchange, Future<Answer> answer, Deadline deadline)
            throws AttemptFailure, InterruptedException {
        boolean ended = false;
        try {
            Answer received = answer.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            ended = true;
            return received;
        } catch (TimeoutException e) {
            throw AttemptFailure.of("no full answer in time", exchange.reach());
        } catch (CancellationException e) {
            throw AttemptFailure.of("this client is closed", exchange.reach());
        } catch (ExecutionException e) {
            ended = true;
            throw translated(e.getCause(), exchange);
        } finally {
            if (!ended) {
                exchange.cancel();
                answer.cancel(true);
            }
        }
    }

    private static AttemptFailure translated(Throwable cause, Exchange exchange) {
        if (cause instanceof IOException) {
            return BrokenConnection.failure((IOException) cause, exchange.reach());
        }
        if (cause instanceof CometProtocolException) {
            throw (CometProtocolException) cause;
        }
        throw new IllegalStateException(
                "a request ended with " + cause.getClass().getName());
    }

    /** Closes the connections that nobody uses now: they may all be as dead as the one that was just found dead. */
    void dropIdle() {
        pool.closeIdle(TimeValue.ZERO_MILLISECONDS);
    }

    void close() {
        client.close(CloseMode.IMMEDIATE);
        pool.close(CloseMode.IMMEDIATE);
    }
}
