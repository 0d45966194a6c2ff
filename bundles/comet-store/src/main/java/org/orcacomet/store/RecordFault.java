package org.orcacomet.store;

import java.util.Optional;
import org.orcacomet.api.ScopeKey;

/**
 * What is wrong with a record, or with a context.
 *
 * @param scope whose record it is; empty if its name is lost, or it is the context's fault
 * @param fault what is wrong, without any value
 */
public record RecordFault(Optional<ScopeKey> scope, String fault) {
    /** A fault of this scope's record. */
    public static RecordFault of(ScopeKey scope, String fault) {
        return new RecordFault(Optional.of(scope), fault);
    }

    /** A fault of what is no scope's, as far as can be seen. */
    public static RecordFault ofContext(String fault) {
        return new RecordFault(Optional.empty(), fault);
    }
}
