package org.orcacomet.http.internal;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.TryExecutor;

/**
 * The threads of connections. When an answer was sent later, Jetty has the connection go on by an executor; here it
 * does so at once, on the thread that sent it: it looks for the next request, and waits for nothing.
 */
final class ConnectionThreads implements TryExecutor {
    private final QueuedThreadPool threads;

    ConnectionThreads(QueuedThreadPool threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        if (task instanceof Connection) {
            task.run();
        } else {
            threads.execute(task);
        }
    }

    @Override
    public boolean tryExecute(Runnable task) {
        return threads.tryExecute(task);
    }
}
