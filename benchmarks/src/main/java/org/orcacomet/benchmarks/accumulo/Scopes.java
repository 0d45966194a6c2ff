package org.orcacomet.benchmarks.accumulo;

import java.io.IOException;
import org.orcacomet.benchmarks.load.Place;

/** Scopes on Accumulo, however they are kept there. Safe for use by many threads. */
interface Scopes extends AutoCloseable {
    /** Writes this value there, over what was there before. */
    void write(Place place, String value) throws IOException;

    /** Reads what is there, and says how many bytes it is. */
    int read(Place place) throws IOException;

    /** Lists what is in a slice, and says how many bytes it is. */
    int list(String slice) throws IOException;

    @Override
    void close();
}
