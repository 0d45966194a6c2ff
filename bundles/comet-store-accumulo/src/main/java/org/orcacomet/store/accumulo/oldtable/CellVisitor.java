package org.orcacomet.store.accumulo.oldtable;

import java.io.IOException;
import org.apache.accumulo.core.data.Key;
import org.apache.accumulo.core.data.Value;

/** Sees cells, one after the other. */
@FunctionalInterface
interface CellVisitor {
    void visit(Key cell, Value content) throws IOException, OldTableException;
}
