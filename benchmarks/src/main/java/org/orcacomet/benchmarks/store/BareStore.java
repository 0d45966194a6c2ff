package org.orcacomet.benchmarks.store;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** Where entries can go, as directly as can be. */
interface BareStore extends Closeable {
    /** Makes these durable, with one sync. Called by one thread at a time. */
    void commit(List<Entry> entries) throws IOException;
}
