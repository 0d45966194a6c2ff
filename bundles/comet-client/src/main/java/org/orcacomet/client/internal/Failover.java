package org.orcacomet.client.internal;

import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometProtocolException;
import org.orcacomet.client.ClientTimeouts;
import org.orcacomet.client.internal.AttemptFailure.Reach;

/**
 * Asks the servers one after the other, until one gives an answer to count on. A server that fails is asked last for a
 * while. A call that is not repeatable goes to no second server once the first may have carried it out.
 */
final class Failover {
    private static final Call VERSION = Call.get("/getVersion", "getVersion");

    private final Servers servers;
    private final Transport transport;
    private final WireCodec codec;
    private final ClientTimeouts timeouts;

    Failover(Servers servers, Transport transport, WireCodec codec, ClientTimeouts timeouts) {
        this.servers = servers;
        this.transport = transport;
        this.codec = codec;
        this.timeouts = timeouts;
    }

    /** Makes something of an answer. */
    interface Reply<T> {
        /** @throws CometProtocolException if the answer breaks the contract; the server then counts as failed */
        T of(Answer answer) throws CometException;
    }

    /** One attempt at one server. */
    private interface Attempt<T> {
        T at(Server server, Deadline deadline) throws AttemptFailure, InterruptedException, CometException;
    }

    /** The reply to a call. */
    <T> T ask(Call call, Reply<T> reply, Deadline deadline) throws CometException {
        return anyone(call, (server, limit) -> reply.of(exchange(call, server, limit)), deadline);
    }

    /** Whether the server that would be asked now can do this. */
    boolean knows(Extension extension, Deadline deadline) throws CometException {
        return anyone(VERSION, this::extensions, deadline).contains(extension);
    }

    private <T> T anyone(Call call, Attempt<T> attempt, Deadline deadline) throws CometException {
        Attempts attempts = new Attempts(call);
        for (Server server : servers.inOrder()) {
            if (deadline.isOver() || attempts.mustEnd()) {
                attempts.notAsked(server, deadline.isOver() ? "the time was over" : "the call is not to be repeated");
                continue;
            }
            try {
                T result = attempt.at(server, deadline.orIn(timeouts.attempt()));
                server.works();
                return result;
            } catch (AttemptFailure failure) {
                attempts.failed(server, failure);
                remember(server, failure);
            } catch (CometProtocolException e) {
                server.failed("it broke the contract", timeouts.pause());
                throw e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw attempts.interrupted(server);
            }
        }
        throw attempts.unavailable();
    }

    private void remember(Server server, AttemptFailure failure) {
        if (failure.reach() != Reach.UNABLE) {
            Duration asked = failure.retryAfter().orElse(Duration.ZERO);
            server.failed(failure.getMessage(), asked.compareTo(timeouts.pause()) > 0 ? asked : timeouts.pause());
        }
    }

    private Answer exchange(Call call, Server server, Deadline deadline) throws AttemptFailure, InterruptedException {
        Set<Extension> known = extensions(server, deadline);
        if (call.requires().isPresent() && !known.contains(call.requires().get())) {
            throw AttemptFailure.of("does not know " + call.requires().get(), Reach.UNABLE);
        }
        return send(call, server, known, deadline);
    }

    private Set<Extension> extensions(Server server, Deadline deadline) throws AttemptFailure, InterruptedException {
        Optional<Set<Extension>> known = server.extensions();
        if (known.isPresent()) {
            return known.get();
        }
        if (!server.asking().tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
            throw AttemptFailure.of("no full answer in time", Reach.NOT_DONE);
        }
        try {
            Optional<Set<Extension>> meanwhile = server.extensions();
            return meanwhile.isPresent() ? meanwhile.get() : askExtensions(server, deadline);
        } finally {
            server.asking().unlock();
        }
    }

    private Set<Extension> askExtensions(Server server, Deadline deadline) throws AttemptFailure, InterruptedException {
        try {
            Set<Extension> said = codec.extensions(send(VERSION, server, Collections.emptySet(), deadline));
            server.says(said);
            return said;
        } catch (AttemptFailure failure) {
            throw failure.beforeTheCall();
        }
    }

    /** Sends it, and once more where the server may merely have closed a kept connection. */
    private Answer send(Call call, Server server, Set<Extension> known, Deadline deadline)
            throws AttemptFailure, InterruptedException {
        try {
            return counted(transport.send(call, server, known, deadline));
        } catch (AttemptFailure failure) {
            if (failure.reach() != Reach.DROPPED || !call.repeatable()) {
                throw failure;
            }
            transport.dropIdle();
            return counted(transport.send(call, server, known, deadline));
        }
    }

    private static Answer counted(Answer answer) throws AttemptFailure {
        if (answer.movesOn()) {
            throw AttemptFailure.answered(answer);
        }
        return answer;
    }
}
