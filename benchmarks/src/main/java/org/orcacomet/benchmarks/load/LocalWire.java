package org.orcacomet.benchmarks.load;

/** A wire that leads nowhere: this process itself answers. */
@FunctionalInterface
public interface LocalWire extends Wire {
    @Override
    default void close() {
        // Nothing was opened.
    }
}
