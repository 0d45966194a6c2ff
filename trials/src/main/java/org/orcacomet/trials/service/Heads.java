package org.orcacomet.trials.service;

import java.io.IOException;

/** One or several head nodes on one store, as callers find them. */
public interface Heads {
    /** How many there are, whether they run or not. */
    int size();

    /**
     * What calls the head of this number, from 0, as it is now.
     *
     * @throws java.net.ConnectException if it does not run
     */
    WireCaller caller(int number) throws IOException;

    /** The same, but it waits for an answer for a minute, whatever a caller does. */
    WireCaller patient(int number) throws IOException;
}
