package org.orcacomet.http.internal.wire;

import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.orcacomet.api.CometException;
import org.orcacomet.service.AsyncComet;

/**
 * One call of the wire contract.
 *
 * @param method the method that it takes
 * @param oneScope whether it is about one scope, whose revision is its ETag
 * @param isCheck whether it asks how the service is, and is answered when calls are refused
 * @param plan what it makes of the head of a request
 */
record Call(String method, boolean oneScope, boolean isCheck, Plan plan) {
    static Call ofOneScope(String method, Plan plan) {
        return new Call(method, true, false, plan);
    }

    static Call of(String method, Plan plan) {
        return new Call(method, false, false, plan);
    }

    static Call check(Now act) {
        return new Call("GET", false, true, request -> Step.now(act));
    }

    /** What a call makes of the head of a request. */
    @FunctionalInterface
    interface Plan {
        /** What is to be done, once the body is there. */
        Step of(WireRequest request) throws CometException;
    }

    /** What a call does. */
    @FunctionalInterface
    interface Act {
        /** The answer to a request with this body, of the caller whose COMET this is; perhaps later. */
        CompletionStage<Answer> answer(AsyncComet comet, byte[] body) throws CometException;
    }

    /** What a call does that waits for nothing. */
    @FunctionalInterface
    interface Now {
        /** The answer, as that of {@link Act}. */
        Answer answer(AsyncComet comet, byte[] body) throws CometException;
    }

    /**
     * What is left to do when the head of a request is understood.
     *
     * @param bodyLimit how many bytes its body may take; none if the body does not matter
     * @param what what the body is, in the refusal of one that is too large
     * @param act what to do then
     */
    record Step(OptionalInt bodyLimit, String what, Act act) {
        static Step now(Now act) {
            return later((comet, body) -> CompletableFuture.completedStage(act.answer(comet, body)));
        }

        static Step later(Act act) {
            return new Step(OptionalInt.empty(), "the body", act);
        }

        static Step withBody(int limit, String what, Act act) {
            return new Step(OptionalInt.of(limit), what, act);
        }
    }
}
