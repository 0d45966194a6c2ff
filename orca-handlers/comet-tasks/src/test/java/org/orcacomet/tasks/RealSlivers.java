package org.orcacomet.tasks;

import java.nio.file.Paths;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.orcacomet.journal.Journal;
import org.orcacomet.journal.JournalException;
import org.orcacomet.journal.JournalSettings;
import org.orcacomet.orca.am.SliverScopes;
import org.orcacomet.orca.am.SliverSettings;
import org.orcacomet.orca.spi.SliverLifecycle;

/** The slivers of orca-am, without a COMET, for units whose {@code unit.test.journal} names a folder for their journal. */
final class RealSlivers {
    private static final Map<String, SliverLifecycle> ALL = new ConcurrentHashMap<>();

    private RealSlivers() {}

    static Optional<SliverLifecycle> of(Map<String, String> unit) {
        return Optional.ofNullable(unit.get("unit.test.journal"))
                .map(folder -> ALL.computeIfAbsent(folder, RealSlivers::open));
    }

    private static SliverLifecycle open(String folder) {
        try {
            return new SliverScopes(Journal.open(JournalSettings.in(Paths.get(folder))), SliverSettings.defaults());
        } catch (JournalException e) {
            throw new IllegalStateException(e);
        }
    }
}
