package org.orcacomet.http.internal.wire;

import org.orcacomet.api.CometException;
import org.orcacomet.service.admin.Administration;

/**
 * One call of administrators.
 *
 * @param method the method that it takes
 * @param path its path, without the slashes around it
 * @param isLook whether it is a short look, which must not wait for what may take long
 * @param plan what it makes of the head of a request
 */
record AdminCall(String method, String path, boolean isLook, Plan plan) {
    /** A short look: at a page of what there is, not at all of it. */
    static AdminCall look(String path, Plan plan) {
        return new AdminCall("GET", path, true, plan);
    }

    /** What may take long: it looks through all there is, or changes much of it. */
    static AdminCall work(String method, String path, Plan plan) {
        return new AdminCall(method, path, false, plan);
    }

    /** What a call makes of the head of a request. */
    @FunctionalInterface
    interface Plan {
        /** What is to be done, on a thread that may wait. */
        Act of(WireRequest request) throws CometException;
    }

    /** What a call does. */
    @FunctionalInterface
    interface Act {
        /** The answer. */
        Answer answer(Administration administration) throws CometException;
    }
}
