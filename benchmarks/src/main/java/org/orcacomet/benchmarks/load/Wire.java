package org.orcacomet.benchmarks.load;

import java.io.Closeable;
import java.io.IOException;

/** One connection to a server. Not for more than one thread. */
public interface Wire extends Closeable {
    /**
     * Sends a request, and takes in the whole answer.
     *
     * @return how many bytes the answer's body has
     * @throws IOException if the answer is not the success that was asked for
     */
    int call(byte[] request) throws IOException;
}
