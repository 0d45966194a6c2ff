package org.orcacomet.http.internal.metrics;

/** Something that has figures. */
@FunctionalInterface
public interface Source {
    /** Writes them, as they are now. */
    void tell(Exposition to);
}
