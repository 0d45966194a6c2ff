package org.orcacomet.benchmarks.load;

/** How a server's requests are spelled, ready to be sent. */
public interface Language {
    /** Writes this value there. */
    byte[] write(Place place, String value);

    /** Reads what is there. */
    byte[] read(Place place);

    /** Lists all places of this slice. */
    byte[] list(String slice);
}
