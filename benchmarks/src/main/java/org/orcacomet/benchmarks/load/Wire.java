package org.orcacomet.benchmarks.load;

import java.io.Closeable;
import java.io.IOException;

/** One connection to a server. Not for more than one thread. */
public interface Wire extends Closeable {
    /**
     * Sends a request, and takes in the whole answer.
     *
     * @throws IOException if the answer is not the success that was asked for
     */
    void call(byte[] request) throws IOException;
}
