package org.orcacomet.journal;

import java.nio.file.Path;
import java.time.Duration;

/** Where a journal is kept, and how it is paid. */
public final class JournalSettings {
    private final Path folder;
    private final Duration shortest;
    private final Duration longest;
    private final int concurrency;

    private JournalSettings(Path folder, Duration shortest, Duration longest, int concurrency) {
        this.folder = folder;
        this.shortest = shortest;
        this.longest = longest;
        this.concurrency = concurrency;
    }

    /** A journal in this folder; back-off from half a second to a minute, four contexts at once. */
    public static JournalSettings in(Path folder) {
        return new JournalSettings(folder, Duration.ofMillis(500), Duration.ofMinutes(1), 4);
    }

    /**
     * The same, with this back-off.
     *
     * @throws IllegalArgumentException unless 0 &lt; shortest &lt;= longest
     */
    public JournalSettings backingOff(Duration from, Duration to) {
        if (from.isNegative() || from.isZero() || from.compareTo(to) > 0) {
            throw new IllegalArgumentException("backoff.min.ms must be over 0, and backoff.max.ms not under it");
        }
        return new JournalSettings(folder, from, to, concurrency);
    }

    /**
     * The same, with this many contexts paid at once.
     *
     * @throws IllegalArgumentException if it is under 1
     */
    public JournalSettings paying(int contextsAtOnce) {
        if (contextsAtOnce < 1) {
            throw new IllegalArgumentException("concurrency must be 1 or more");
        }
        return new JournalSettings(folder, shortest, longest, contextsAtOnce);
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** The back-off after a first failure. */
    public Duration shortestBackoff() {
        return shortest;
    }

    /** The longest back-off, and the time between two attempts at what COMET refuses. */
    public Duration longestBackoff() {
        return longest;
    }

    /** How many contexts are paid at once. */
    public int concurrency() {
        return concurrency;
    }
}
