package org.orcacomet.service.internal;

import java.util.concurrent.CompletionException;

/** What a future tells of its end. */
final class Completions {
    private Completions() {}

    /** Why it failed, without what the futures before it have wrapped around that; null if it did not. */
    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException ? failure.getCause() : failure;
    }
}
