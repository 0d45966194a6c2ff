package org.orcacomet.benchmarks.load;

import java.io.IOException;

/** A request, ready to be sent, and how many bytes its answer has at least: less is no answer to it. */
public record Request(byte[] bytes, int least) {
    /** Has it answered. */
    void send(Wire wire) throws IOException {
        int answered = wire.call(bytes);
        if (answered < least) {
            throw new IOException("an answer has " + answered + " bytes, and should have " + least);
        }
    }
}
