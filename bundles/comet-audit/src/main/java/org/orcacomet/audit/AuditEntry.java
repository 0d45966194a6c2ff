package org.orcacomet.audit;

import java.time.Instant;
import org.orcacomet.api.Revision;

/**
 * One line of the audit: a change, or its refusal.
 *
 * @param time when it was done or refused
 * @param author who asked for it
 * @param change what was asked for
 * @param ending what came of it
 */
public record AuditEntry(Instant time, Author author, AuditedChange change, Ending ending) {
    /**
     * What came of a call.
     *
     * @param outcome in a word; of refusals that are only counted {@code refused}
     * @param revision the context's, if it was raised; else 0
     * @param count how many calls the line stands for
     */
    public record Ending(String outcome, long revision, long count) {
        /** One call that ended so. */
        public static Ending of(Outcome outcome) {
            return new Ending(outcome.word(), 0, 1);
        }

        /** One call that was done, and raised the context's revision to this. */
        public static Ending done(Revision revision) {
            return new Ending(Outcome.DONE.word(), revision.number(), 1);
        }

        /** So many refusals. */
        public static Ending refused(long count) {
            return new Ending("refused", 0, count);
        }
    }
}
