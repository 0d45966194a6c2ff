package org.orcacomet.journal;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How much a journal holds and owes. */
public final class JournalStatus {
    private final int claims;
    private final int owed;
    private final int refused;
    private final Optional<Instant> oldest;

    private JournalStatus(int claims, int owed, int refused, Optional<Instant> oldest) {
        this.claims = claims;
        this.owed = owed;
        this.refused = refused;
        this.oldest = oldest;
    }

    /** This many claims, of which this many are owed, and of these this many refused; the oldest since then. */
    public static JournalStatus of(int claims, int owed, int refused, Optional<Instant> oldest) {
        return new JournalStatus(claims, owed, refused, oldest);
    }

    /** How many scopes are claimed. */
    public int claims() {
        return claims;
    }

    /** For how many of them a write or a delete is owed. */
    public int owed() {
        return owed;
    }

    /** How many of what is owed COMET refuses: a person must look. */
    public int refused() {
        return refused;
    }

    /** Since when the oldest of what is owed is owed; empty if nothing is. */
    public Optional<Instant> oldest() {
        return oldest;
    }

    /**
     * The same as names and values for a health report: {@code journal.claims}, {@code journal.owed}, {@code
     * journal.refused} and, if anything is owed, {@code journal.oldest}.
     */
    public Map<String, String> health() {
        Map<String, String> health = new TreeMap<>();
        health.put("journal.claims", Integer.toString(claims));
        health.put("journal.owed", Integer.toString(owed));
        health.put("journal.refused", Integer.toString(refused));
        oldest.ifPresent(since -> health.put("journal.oldest", since.toString()));
        return Collections.unmodifiableMap(health);
    }

    /** The same as a line of a log. */
    @Override
    public String toString() {
        return claims + " scopes claimed, " + owed + " owed, " + refused + " of them refused"
                + oldest.map(since -> ", oldest owed since " + since).orElse("");
    }
}
