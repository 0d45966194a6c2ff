package org.orcacomet.http.internal.wire;

import org.orcacomet.api.CometException;
import org.orcacomet.service.admin.Administration;

/**
 * One call of administrators.
 *
 * @param method the method that it takes
 * @param path its path, without the slashes around it
 * @param plan what it makes of the head of a request
 */
record AdminCall(String method, String path, Plan plan) {
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
