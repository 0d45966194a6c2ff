package org.orcacomet.journal.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.orcacomet.journal.JournalSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that pay. */
public final class Payers {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Payers.class);

    private final Accounts accounts;
    private final StatusLog statusLog;
    private final List<Thread> threads = new ArrayList<>();

    private Payers(Accounts accounts, StatusLog statusLog) {
        this.accounts = accounts;
        this.statusLog = statusLog;
    }

    /** Starts them; they do not keep the JVM alive. */
    public static Payers start(Accounts accounts, JournalSettings settings) {
        Payers payers = new Payers(accounts, new StatusLog(settings.folder()));
        payers.statusLog.opened(accounts.status());
        for (int i = 1; i <= settings.concurrency(); i++) {
            payers.start("orca-comet-journal-" + i);
        }
        return payers;
    }

    private void start(String name) {
        Thread thread = new Thread(this::work, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void work() {
        try {
            while (!accounts.stopping()) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        try {
            accounts.take(PATIENCE).ifPresent(this::pay);
            statusLog.tick(accounts.status(), accounts.failure());
        } catch (RuntimeException e) {
            LOG.error("a payer of the journal failed, and goes on", e);
        }
    }

    private void pay(Bill bill) {
        Payment payment = new Payment(bill.comet());
        try {
            payment.pay(bill.debts());
        } finally {
            accounts.settle(bill, payment.outcomes()).forEach(Payers::report);
        }
    }

    private static void report(Debt debt) {
        LOG.error(
                "COMET refuses what is owed ({}), which is tried again rarely: {}",
                debt.claim(),
                debt.failure().map(Throwable::getMessage).orElse(""));
    }

    /** Ends them: those that pay get a little time, then an interrupt. */
    public void stop() {
        accounts.stop();
        long end = System.nanoTime() + GRACE.toNanos();
        try {
            for (Thread thread : threads) {
                thread.join(Math.max(1, (end - System.nanoTime()) / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.forEach(Thread::interrupt);
    }
}
