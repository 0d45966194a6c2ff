package org.orcacomet.client.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometUnavailable;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.WriteBatch;

/** A batch as single writes, some at once. All are tried: one that is refused stops none of the others. */
final class SingleWrites {
    private final ExecutorService writers;

    SingleWrites(ExecutorService writers) {
        this.writers = writers;
    }

    /** Writes one. */
    interface Writer {
        Optional<Revision> write(ScopeWrite write) throws CometException;
    }

    /**
     * Writes all.
     *
     * @return the highest revision, if there are any
     * @throws CometException of the first, in the batch's order, that was not written
     */
    Optional<Revision> all(WriteBatch batch, Writer writer) throws CometException {
        List<Future<Optional<Revision>>> results;
        try {
            results = writers.invokeAll(batch.writes().stream()
                    .map(write -> (Callable<Optional<Revision>>) () -> writer.write(write))
                    .collect(Collectors.toList()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(batch, "interrupted");
        } catch (RejectedExecutionException e) {
            throw unavailable(batch, "this client is closed");
        }
        List<Revision> revisions = new ArrayList<>();
        for (Future<Optional<Revision>> result : results) {
            outcome(result, batch).ifPresent(revisions::add);
        }
        return revisions.stream().max(Comparator.naturalOrder());
    }

    private static Optional<Revision> outcome(Future<Optional<Revision>> result, WriteBatch batch)
            throws CometException {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(batch, "interrupted");
        } catch (CancellationException e) {
            throw unavailable(batch, "this client is closed");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CometException) {
                throw (CometException) e.getCause();
            }
            if (e.getCause() instanceof RuntimeException) {
                throw (RuntimeException) e.getCause();
            }
            throw new IllegalStateException("a write ended with " + e.getCause().getClass(), e.getCause());
        }
    }

    private static CometUnavailable unavailable(WriteBatch batch, String reason) {
        return new CometUnavailable(
                CometCode.SERVICE_UNAVAILABLE,
                "no answer to " + batch + " (some may have happened all the same): " + reason);
    }
}
