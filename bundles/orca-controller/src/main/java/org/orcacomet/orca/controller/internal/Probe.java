package org.orcacomet.orca.controller.internal;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.journal.Claim;
import org.orcacomet.journal.Journal;
import org.orcacomet.journal.JournalException;
import org.orcacomet.journal.Settlement;
import org.orcacomet.orca.spi.LifecycleException;

/**
 * Tries COMET out: writes a scope of its own and deletes it, through the journal, so that it does not stay. What a crash
 * left of a probe is given up by the next one, in the next process. Safe for use by many threads.
 */
public final class Probe {
    private static final Family FAMILY = Family.parse("probe");

    private final Journal journal;
    private final List<ScopeKey> leftOver;
    private final TokenGenerator generator = new TokenGenerator();

    /** A probe through this journal, from which what it has of probes now is left over. */
    public Probe(Journal journal) {
        this.journal = journal;
        this.leftOver = journal.claims(FAMILY).stream().map(Claim::key).collect(Collectors.toList());
    }

    /**
     * Returns if both worked within the bound.
     *
     * @throws LifecycleException with what COMET said, if it said anything
     * @throws JournalException if the scope could not be kept on disk
     */
    public void run(ContextId slice, Duration bound) throws LifecycleException, JournalException {
        long end = System.nanoTime() + bound.toNanos();
        journal.renounce(leftOver);
        ScopeKey scope =
                ScopeKey.of(slice, FAMILY, EntryKey.parse(UUID.randomUUID().toString()));
        require(written(scope, bound), "write");
        Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
        require(journal.await(Collections.singleton(scope), left), "delete");
    }

    /** What became of the write; the scope is given up by then. */
    private Settlement written(ScopeKey scope, Duration bound) throws JournalException {
        journal.owe(Collections.singleton(
                ScopeWrite.of(scope, generator.pair(), ScopeValue.of("{}")).when(Precondition.absent())));
        Settlement written = journal.await(Collections.singleton(scope), bound);
        journal.renounce(Collections.singleton(scope));
        return written;
    }

    private static void require(Settlement settlement, String what) throws LifecycleException {
        if (!settlement.done()) {
            throw new LifecycleException("COMET cannot be relied on, as a trial " + what + " did not work: "
                    + settlement.reason().map(Throwable::getMessage).orElse("no answer came in time"));
        }
    }
}
