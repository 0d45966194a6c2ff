package org.orcacomet.benchmarks.slice;

import java.io.Closeable;
import org.orcacomet.trials.service.TrialFailure;

/** Creates slices: a host name and a public key to fill in for each of their virtual machines. */
public interface SliceCreator extends Closeable {
    /** Its name in the tables. */
    String name();

    /** Creates one, under a new name, with so many virtual machines; it is there when this returns. */
    void create(String slice, int machines) throws TrialFailure;
}
