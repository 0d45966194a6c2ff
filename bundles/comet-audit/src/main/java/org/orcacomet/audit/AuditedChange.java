package org.orcacomet.audit;

import org.orcacomet.api.ContextId;
import org.orcacomet.api.ScopeKey;

/**
 * What a call is about.
 *
 * @param call which call it is
 * @param context the context; empty if it is about all
 * @param family the family; empty if it is about all of the context
 * @param key the key; empty as the family is
 */
public record AuditedChange(AuditedCall call, String context, String family, String key) {
    /** A change of one scope. */
    public static AuditedChange of(AuditedCall call, ScopeKey scope) {
        return new AuditedChange(
                call,
                scope.context().toString(),
                scope.family().toString(),
                scope.key().toString());
    }

    /** A change of a context. */
    public static AuditedChange of(AuditedCall call, ContextId context) {
        return new AuditedChange(call, context.toString(), "", "");
    }

    /** A change of all there is. */
    public static AuditedChange of(AuditedCall call) {
        return new AuditedChange(call, "", "", "");
    }

    /** The same change, of its context as a whole. */
    AuditedChange ofContext() {
        return new AuditedChange(call, context, "", "");
    }

    /** How many characters its names have. */
    int characters() {
        return context.length() + family.length() + key.length();
    }
}
