package org.orcacomet.client.internal;

import java.time.Duration;
import java.util.Optional;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometConflict;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Enumeration;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;

/** COMET over HTTPS. What a server cannot do is made up for here, as far as it can be. */
final class HttpComet implements Comet {
    private final Failover failover;
    private final WireCodec codec;
    private final Calls calls;
    private final Refusals refusals;
    private final SingleWrites singles;
    private final Duration total;

    HttpComet(Failover failover, WireCodec codec, SingleWrites singles, Duration total) {
        this.failover = failover;
        this.codec = codec;
        this.calls = new Calls(codec);
        this.refusals = new Refusals(codec);
        this.singles = singles;
        this.total = total;
    }

    @Override
    public Optional<Revision> write(ScopeWrite write) throws CometException {
        return write(write, Deadline.in(total));
    }

    @Override
    public Optional<Revision> writeAll(WriteBatch batch) throws CometException {
        Deadline deadline = Deadline.in(total);
        if (failover.knows(Extension.BATCH, deadline)) {
            return ask(calls.writeAll(batch), codec::revision, deadline);
        }
        return singles.all(batch, write -> write(write, deadline));
    }

    @Override
    public Reading read(ScopeKey key, ReadToken token) throws CometException {
        return read(key, token, Deadline.in(total));
    }

    @Override
    public Enumeration enumerate(ContextId context, ReadToken token) throws CometException {
        return enumerate(context, Optional.empty(), token);
    }

    @Override
    public Enumeration enumerate(ContextId context, Family family, ReadToken token) throws CometException {
        return enumerate(context, Optional.of(family), token);
    }

    @Override
    public void delete(ScopeKey key, TokenPair tokens, Precondition precondition) throws CometException {
        Deadline deadline = Deadline.in(total);
        if (precondition.isAbsent()) {
            requireAbsent(key, tokens.read(), deadline);
            return;
        }
        requireRevisions(precondition, deadline);
        ask(calls.delete(key, tokens, precondition), codec::revision, deadline);
    }

    private Optional<Revision> write(ScopeWrite write, Deadline deadline) throws CometException {
        if (write.precondition().isAbsent() && !failover.knows(Extension.REVISION, deadline)) {
            requireAbsent(write.key(), write.tokens().read(), deadline);
            return ask(calls.write(write.when(Precondition.none())), codec::revision, deadline);
        }
        requireRevisions(write.precondition(), deadline);
        return ask(calls.write(write), codec::revision, deadline);
    }

    private Reading read(ScopeKey key, ReadToken token, Deadline deadline) throws CometException {
        return ask(calls.read(key, token), document -> codec.reading(document, key), deadline);
    }

    private Enumeration enumerate(ContextId context, Optional<Family> family, ReadToken token) throws CometException {
        return ask(
                calls.enumerate(context, family, token),
                document -> codec.enumeration(document, context, family),
                Deadline.in(total));
    }

    /** The best that can be done where the server does not compare: somebody can still come in between. */
    private void requireAbsent(ScopeKey key, ReadToken token, Deadline deadline) throws CometException {
        Reading found = read(key, token, deadline);
        if (found.scope().isPresent()) {
            throw new CometConflict(key + " exists", found.scope().get().revision());
        }
    }

    private void requireRevisions(Precondition precondition, Deadline deadline) throws CometException {
        if (precondition.revision().isPresent() && !failover.knows(Extension.REVISION, deadline)) {
            throw new CometRejected(
                    CometCode.BAD_REQUEST, "the server counts no revisions, so that none can be demanded");
        }
    }

    private <T> T ask(Call call, Meaning<T> meaning, Deadline deadline) throws CometException {
        return failover.ask(call, answer -> meaning.of(refusals.accepted(call, answer)), deadline);
    }

    /** What an answer that says yes says besides. */
    private interface Meaning<T> {
        T of(Document document);
    }
}
