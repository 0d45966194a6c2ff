package org.orcacomet.journal;

import java.io.Closeable;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orcacomet.api.Comet;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;
import org.orcacomet.journal.internal.Accounts;
import org.orcacomet.journal.internal.Payers;

/**
 * What is owed to COMET and must survive a crash: for each scope that is claimed, its tokens, and the write or delete
 * that is owed for it.
 *
 * <p>The guarantee: when {@link #owe}, {@link #hold} or {@link #renounce} returns, what it was given is on disk, all
 * of it, and survives a crash of the process and of the machine; no request goes out before that. When one of them
 * throws, nothing of it is owed and no request goes out for it. What is owed is then made good in the background, over
 * restarts, with back-off, until it is done or no longer wanted; {@link #await} lets a caller wait for that. A write
 * or a delete may so reach COMET more than once, and in the order in which it was owed for each scope; only the newest
 * is sent. A delete that follows a write which got no answer is owed until it worked twice, the second time after the
 * longest back-off, as that write may arrive late.
 *
 * <p>Payment needs a {@link Comet}, which may come and go ({@link #payWith}); meanwhile everything is simply still
 * owed. A write that COMET refuses (denied, rejected, in conflict) stays owed, is tried again rarely, and is reported
 * as refused. A write under {@link org.orcacomet.api.Precondition#absent} counts as done, too, if the scope is there
 * with the same tokens: what somebody wrote since is not overwritten.
 *
 * <p>A scope has one claim, and a claim keeps its tokens to its end. Safe for use by many threads.
 */
public final class Journal implements Closeable {
    private final Accounts accounts;
    private final Payers payers;

    private Journal(Accounts accounts, Payers payers) {
        this.accounts = accounts;
        this.payers = payers;
    }

    /**
     * Opens the journal in a folder, which is made if it is not there, and starts its threads. No other process, and no
     * other journal of this one, can have it until {@link #close}. Folder and files are its owner's alone.
     *
     * @throws JournalException if the folder cannot be made, written or locked, or its file is damaged; the message
     *     is one sentence for the operator
     */
    public static Journal open(JournalSettings settings) throws JournalException {
        Accounts accounts = Accounts.open(settings);
        return new Journal(accounts, Payers.start(accounts, settings));
    }

    /** From now on what is owed is paid with this Comet, and all of it now, whatever the back-off. */
    public void payWith(Comet comet) {
        accounts.payWith(comet);
    }

    /** This Comet is gone; nothing happens if the journal pays with another one already. */
    public void stopPayingWith(Comet comet) {
        accounts.stopPayingWith(comet);
    }

    /**
     * Owes these writes, instead of what was owed for their scopes before, a delete too. What is owed already is tried
     * again at once.
     *
     * @throws JournalException if they could not be kept on disk; then none of them is owed
     * @throws IllegalArgumentException if a scope is claimed with other tokens (see {@link #claim}), or a write demands
     *     a revision: that is a decision of the moment, and cannot be owed
     */
    public void owe(Collection<ScopeWrite> writes) throws JournalException {
        accounts.owe(writes);
    }

    /**
     * Keeps the tokens of these scopes, for which nothing is owed. A scope that is claimed already keeps its claim and
     * the tokens of it; a delete that is owed with the same tokens is taken back, though it may have happened.
     *
     * @throws JournalException if they could not be kept on disk; then none of them is
     */
    public void hold(Map<ScopeKey, TokenPair> scopes) throws JournalException {
        accounts.hold(scopes);
    }

    /**
     * Gives up the claims on these scopes: a delete is owed for each, for one that was never written too, as it may
     * have been; once that is done, the claim is gone. What is not claimed is left alone.
     *
     * @throws JournalException if that could not be kept on disk; then all is as before
     */
    public void renounce(Collection<ScopeKey> scopes) throws JournalException {
        Map<ScopeKey, TokenPair> claimed = new LinkedHashMap<>();
        scopes.forEach(scope -> claim(scope).ifPresent(c -> claimed.put(scope, c.tokens())));
        renounce(claimed);
    }

    /**
     * As {@link #renounce(Collection)}, for scopes that need not be claimed: where there is a claim its tokens count,
     * else those that are given.
     *
     * @throws JournalException if that could not be kept on disk; then all is as before
     */
    public void renounce(Map<ScopeKey, TokenPair> scopes) throws JournalException {
        accounts.renounce(scopes);
    }

    /**
     * Waits until nothing is owed for these scopes, COMET refuses one of them, or the time is over; an interrupt ends
     * the wait, and is kept. What is not claimed is not owed.
     *
     * @return what is still owed, and why
     */
    public Settlement await(Collection<ScopeKey> scopes, Duration bound) {
        return accounts.await(scopes, bound);
    }

    /** The claim on this scope, if there is one. */
    public Optional<Claim> claim(ScopeKey scope) {
        return accounts.claim(scope);
    }

    /** The claims in a context, those to be deleted too, oldest first; a copy. */
    public List<Claim> claims(ContextId context) {
        return accounts.claims(context, claim -> true);
    }

    /** The claims in a context that have this key, in any family; a copy. */
    public List<Claim> claims(ContextId context, EntryKey key) {
        return accounts.claims(context, claim -> claim.key().key().equals(key));
    }

    /** The claims in a family, in any context; a copy. */
    public List<Claim> claims(Family family) {
        return accounts.claims(claim -> claim.key().family().equals(family));
    }

    /** How much is held and owed now. */
    public JournalStatus status() {
        return accounts.status();
    }

    /** Stops paying and lets go of the folder; what is owed stays on disk. Waits a little for requests that are out. */
    @Override
    public void close() {
        payers.stop();
        accounts.close();
    }
}
