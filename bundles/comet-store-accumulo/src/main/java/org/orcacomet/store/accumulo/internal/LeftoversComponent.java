package org.orcacomet.store.accumulo.internal;

import java.lang.reflect.Method;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.accumulo.core.util.threads.ThreadPools;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Ends, with the bundle, what the libraries inside it keep for as long as the process lives, though their clients are
 * closed: the thread in which Accumulo's looks after its tasks, which would hold all classes of the bundle, and the
 * selectors that Hadoop's has for the next connection. Neither has a public way to do so.
 */
public final class LeftoversComponent implements BundleActivator {
    private static final String CHECKER = "accumulo.pool.scheduled.future.checker";

    @Override
    public void start(BundleContext context) {
        // There is nothing yet.
    }

    @Override
    public void stop(BundleContext context) throws ReflectiveOperationException {
        if (Thread.getAllStackTraces().keySet().stream().anyMatch(LeftoversComponent::isChecker)) {
            endChecker();
            closeSelectors();
        }
    }

    private static boolean isChecker(Thread thread) {
        return thread.getName().startsWith(CHECKER)
                && thread.getClass().getClassLoader() == ThreadPools.class.getClassLoader();
    }

    /** It is deaf to interrupts, which only cut its sleep short, and dies of a task that can't be looked at. */
    private static void endChecker() throws ReflectiveOperationException {
        ThreadPools.watchNonCriticalScheduledTask(new Unwatchable());
        var pool = ThreadPools.class.getDeclaredField("SCHEDULED_FUTURE_CHECKER_POOL");
        pool.setAccessible(true);
        ((ThreadPoolExecutor) pool.get(null)).shutdownNow();
    }

    /** All of them are idle at the end of time. */
    private static void closeSelectors() throws ReflectiveOperationException {
        Method trim = Class.forName("org.apache.hadoop.net.SocketIOWithTimeout$SelectorPool")
                .getDeclaredMethod("trimIdleSelectors", long.class);
        trim.setAccessible(true);
        trim.invoke(null, Long.MAX_VALUE);
    }

    private static final class Unwatchable extends FutureTask<Void> implements ScheduledFuture<Void> {
        Unwatchable() {
            super(() -> null);
        }

        @Override
        public boolean isDone() {
            Thread.currentThread().setUncaughtExceptionHandler((thread, expected) -> {});
            throw new IllegalStateException("the store's bundle has stopped");
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }
}
