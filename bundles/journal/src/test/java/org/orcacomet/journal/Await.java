package org.orcacomet.journal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting for a latch in places that cannot throw; longer than any test waits for what comes after it. */
final class Await {
    private Await() {}

    static void latch(CountDownLatch latch) {
        try {
            latch.await(2, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
