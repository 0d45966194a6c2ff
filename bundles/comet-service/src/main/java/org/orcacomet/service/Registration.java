package org.orcacomet.service;

/** What goes on until it is closed. */
@FunctionalInterface
public interface Registration extends AutoCloseable {
    /** Ends it. */
    @Override
    void close();
}
