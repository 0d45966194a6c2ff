package org.orcacomet.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.orcacomet.api.Revision;

/** The lines of a call that has begun. It is told once what came of it, and gives back what it was promised. */
public final class Draft {
    /** What a line takes beside its names. */
    private static final long FIXED = 600;

    /** What a character of a name takes at most: in UTF-8, or escaped, of which control characters are none. */
    private static final long CHARACTER = 3;

    /** The same of a subject, which may have any. */
    private static final long ANY_CHARACTER = 6;

    private final AuditLog log;
    private final Author author;
    private final List<AuditedChange> changes;
    private final long bytes;

    Draft(AuditLog log, Author author, List<AuditedChange> changes) {
        this.log = log;
        this.author = author;
        this.changes = List.copyOf(changes);
        this.bytes = this.changes.stream().mapToLong(this::bytes).sum();
    }

    private long bytes(AuditedChange change) {
        return FIXED + ANY_CHARACTER * author.subject().length() + CHARACTER * change.characters();
    }

    long bytes() {
        return bytes;
    }

    /**
     * All of it is done. When this returns its lines outlive the process.
     *
     * @param revision the context's, if it was raised
     * @throws AuditUnavailable if they cannot be written; then nobody may be told that it is done
     */
    public void done(Instant time, Optional<Revision> revision) throws AuditUnavailable {
        AuditEntry.Ending ending =
                revision.map(AuditEntry.Ending::done).orElseGet(() -> AuditEntry.Ending.of(Outcome.DONE));
        try {
            log.write(changes.stream()
                    .map(change -> new AuditEntry(time, author, change, ending))
                    .toList());
        } finally {
            log.end(bytes);
        }
    }

    /** It was refused, as a whole. */
    public void refused(Instant time, Outcome outcome) {
        AuditedChange change = changes.get(0);
        AuditedChange told = changes.size() == 1 ? change : change.ofContext();
        log.refused(new AuditEntry(time, author, told, AuditEntry.Ending.of(outcome)));
        log.end(bytes);
    }

    /** It has ended by a fault of the service, and what it did is open. */
    public void abandoned() {
        refused(Instant.now(), Outcome.UNAVAILABLE);
    }
}
