package org.orcacomet.audit;

import java.util.Locale;

/** What a line of the audit tells of. */
public enum AuditedCall {
    /** One scope was written. */
    WRITE,
    /** A scope was written together with others; a line for each, or one if it was refused. */
    BATCH,
    /** A scope was deleted. */
    DELETE,
    /** All records of a context were forgotten. */
    PURGE,
    /** Scopes of another service were taken. */
    IMPORT,
    /** The store was put back to a backup. */
    RESTORE,
    /** A backup of the store was made. */
    BACKUP,
    /** An administrators' call by somebody who is none. */
    ADMIN,
    /** Refusals that came too fast to have a line each; how many there were is told. */
    REFUSALS;

    /** The word in a line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
