package org.orcacomet.store.accumulo.internal;

import java.util.concurrent.ThreadFactory;

/** Threads that keep no process alive, and find the classes beside ours: Hadoop and ZooKeeper look there. */
public final class DaemonThread {
    private DaemonThread() {}

    /** Makes threads of this name. */
    public static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            thread.setContextClassLoader(DaemonThread.class.getClassLoader());
            return thread;
        };
    }
}
