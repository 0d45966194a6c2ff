package org.orcacomet.client.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class WorkersTest {
    @Test
    void executor_doesNotHoldTheCallersClassLoader() throws Exception {
        Workers workers = new Workers("test", 1);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader callers = new URLClassLoader(new URL[0], before)) {
            Thread.currentThread().setContextClassLoader(callers);
            Thread worker = workers.executor().submit(Thread::currentThread).get();
            assertThat(worker.getContextClassLoader()).isSameAs(Workers.class.getClassLoader());
            assertThat(worker.isDaemon()).isTrue();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            workers.stop();
        }
    }

    @Test
    void stop_letsNobodyWaitForEver() {
        Workers workers = new Workers("test", 1);
        CountDownLatch never = new CountDownLatch(1);
        workers.executor().submit(() -> {
            never.await();
            return "done";
        });
        Future<String> waiting = workers.executor().submit(() -> "done");
        workers.stop();
        assertThatThrownBy(waiting::get).isInstanceOf(CancellationException.class);
    }
}
