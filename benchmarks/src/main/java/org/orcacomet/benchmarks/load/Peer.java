package org.orcacomet.benchmarks.load;

import java.io.IOException;

/** A server under measurement, in a process of its own. */
public interface Peer extends AutoCloseable {
    /** Its name in the tables. */
    String name();

    /** Its process id. */
    long pid();

    /** Whether it answers requests of this kind. */
    boolean answers(Operation operation);

    /** How requests to it are spelled. */
    Language language();

    /** Opens a connection, with a full handshake and a client certificate. */
    Wire connect() throws IOException;

    @Override
    void close();
}
