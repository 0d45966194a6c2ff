package org.orcacomet.benchmarks.load;

import java.io.IOException;
import java.util.List;

/** A server under measurement, in a process of its own. */
public interface Peer extends AutoCloseable {
    /** Its name in the tables. */
    String name();

    /** Its process id. */
    long pid();

    /** The ids of all its processes, whose processor time is its own. */
    default List<Long> pids() {
        return List.of(pid());
    }

    /** Whether it answers requests of this kind. */
    boolean answers(Operation operation);

    /** How requests to it are spelled. */
    Language language();

    /** Opens a connection, with a full handshake and a client certificate. */
    Wire connect() throws IOException;

    @Override
    void close();
}
