package org.orcacomet.orca.am;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.orcacomet.api.Comet;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.journal.Journal;
import org.orcacomet.journal.JournalException;
import org.orcacomet.journal.JournalSettings;

/** An aggregate manager's process, as far as it is ours: a journal in a folder, and the slivers. */
final class AggregateManager implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(1);
    /** So that a leave is done when it returns, however busy the machine is. */
    private static final SliverSettings PATIENT =
            SliverSettings.defaults().joiningWithin(LONG).modifyingWithin(LONG).leavingWithin(LONG);

    private final Journal journal;
    private final SliverScopes slivers;

    private AggregateManager(Journal journal, SliverScopes slivers) {
        this.journal = journal;
        this.slivers = slivers;
    }

    static AggregateManager start(Path folder, Comet comet) throws JournalException {
        return start(folder, comet, PATIENT);
    }

    static AggregateManager start(Path folder, Comet comet, SliverSettings settings) throws JournalException {
        AggregateManager manager = startWithoutComet(folder, settings);
        manager.journal.payWith(comet);
        manager.slivers.workWith(comet);
        return manager;
    }

    static AggregateManager startWithoutComet(Path folder, SliverSettings settings) throws JournalException {
        Journal journal =
                Journal.open(JournalSettings.in(folder).backingOff(Duration.ofMillis(5), Duration.ofMillis(50)));
        return new AggregateManager(journal, new SliverScopes(journal, settings));
    }

    SliverScopes slivers() {
        return slivers;
    }

    Journal journal() {
        return journal;
    }

    void awaitNothingOwed() {
        await().atMost(LONG).until(() -> journal.status().owed() == 0);
    }

    static ScopeKey scope(Map<String, String> unit, String family) {
        return ScopeKey.of(
                ContextId.parse(unit.get("unit.sliceid")), Family.parse(family), EntryKey.parse(unit.get("unit.rid")));
    }

    @Override
    public void close() {
        journal.close();
    }
}
