package org.orcacomet.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * COMET as one caller sees it: scopes, named by context, family and key, that are guarded by tokens.
 *
 * <p>Safe for use by many threads. Every call ends within the provider's time-outs. What a call answers may come
 * without a {@link Revision}: today's servers have none, and then no call may demand one.
 *
 * <p>Only COMET's own providers implement this interface, so calls can be added to it; watching a context is to be
 * one of them, from the revision that an {@link Enumeration} carries.
 */
@ProviderType
public interface Comet {
    /**
     * Creates a scope, or modifies it if it exists. When this returns, the value survives a crash of the server.
     *
     * @return the context's new revision, if the server counts them
     * @throws CometDenied if a token does not match, or creating takes a trusted caller
     * @throws CometConflict if the write's precondition does not hold
     * @throws CometRejected if the write breaks a rule, of the tokens' strength or of size
     * @throws CometUnavailable if no server answered; the write may have happened
     */
    Optional<Revision> write(ScopeWrite write) throws CometException;

    /**
     * Writes several scopes of one context: all of them, under one revision, or none. Against a server that does not
     * know batches the writes are single ones, and some may have happened when one fails.
     *
     * @return the context's new revision, if the server counts them
     * @throws CometException as {@link #write}, for the first write that was refused
     */
    Optional<Revision> writeAll(WriteBatch batch) throws CometException;

    /**
     * Reads a scope. A scope that is not there is no error.
     *
     * @throws CometDenied if the scope exists and the token does not match
     * @throws CometUnavailable if no server answered
     */
    Reading read(ScopeKey key, ReadToken token) throws CometException;

    /**
     * Lists the scopes of a context that this token reads, those with a null value left out.
     *
     * @throws CometUnavailable if no server answered
     */
    Enumeration enumerate(ContextId context, ReadToken token) throws CometException;

    /**
     * Lists the scopes of one family of a context that this token reads, those with a null value left out.
     *
     * @throws CometUnavailable if no server answered
     */
    Enumeration enumerate(ContextId context, Family family, ReadToken token) throws CometException;

    /**
     * Deletes a scope. Deleting what is not there, or what these tokens deleted before, is no error. When this
     * returns, the deletion survives a crash of the server.
     *
     * @throws CometDenied if a token does not match, or the caller is not trusted
     * @throws CometConflict if the precondition does not hold
     * @throws CometUnavailable if no server answered; the deletion may have happened
     */
    void delete(ScopeKey key, TokenPair tokens, Precondition precondition) throws CometException;
}
