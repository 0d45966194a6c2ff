package org.orcacomet.service;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometException;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;

/**
 * COMET for callers in this process who need not wait for a change. A stage ends as the method of the same name does,
 * with what it returns or with its {@link CometException}, perhaps on a thread that must not be kept waiting.
 */
public interface AsyncComet extends Comet {
    /** {@link #write}, later. */
    CompletionStage<Optional<Revision>> writeLater(ScopeWrite write);

    /** {@link #writeAll}, later. */
    CompletionStage<Optional<Revision>> writeAllLater(WriteBatch batch);

    /** {@link #delete}, later; the stage has the tombstone's revision, if there was something to delete. */
    CompletionStage<Optional<Revision>> deleteLater(ScopeKey key, TokenPair tokens, Precondition precondition);
}
