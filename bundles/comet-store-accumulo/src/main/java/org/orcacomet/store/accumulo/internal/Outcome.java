package org.orcacomet.store.accumulo.internal;

/** What Accumulo says of a write. */
enum Outcome {
    /** It has happened. */
    ACCEPTED,
    /** It has not happened, as the counter was another. */
    REJECTED,
    /** It may or may not have happened. */
    UNKNOWN
}
