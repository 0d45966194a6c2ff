package org.orcacomet.http.internal.wire;

import java.io.IOException;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometException;

/**
 * One call of the wire contract.
 *
 * @param method the method that it takes
 * @param oneScope whether it is about one scope, whose revision is its ETag
 * @param body what it does
 */
record Call(String method, boolean oneScope, Body body) {
    /** What a call does. */
    @FunctionalInterface
    interface Body {
        /** The answer to this request, of the caller whose COMET this is. */
        Answer answer(WireRequest request, Comet comet) throws CometException, IOException;
    }
}
