package org.orcacomet.service.testkit;

/**
 * What must come of a case.
 *
 * @param answer a status of a refusal, or what is told; behind an {@code @} the revision that goes with it
 * @param effect what happens to the scope
 */
public record Verdict(String answer, Effect effect) {
    /** What happens to a scope. Whatever else there is stays as it was. */
    public enum Effect {
        /** Nothing. */
        NONE,
        /** It counts as used. */
        RENEWED,
        /** It gets the new value, and keeps its guard. */
        MODIFIED,
        /** It gets the new value, the tokens shown, and the caller as its creator. */
        CREATED,
        /** It becomes a tombstone with its guard. */
        DELETED
    }
}
