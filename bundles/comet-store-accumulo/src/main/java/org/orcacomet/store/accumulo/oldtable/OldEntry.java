package org.orcacomet.store.accumulo.oldtable;

import java.time.Instant;
import java.util.Optional;
import org.apache.accumulo.core.data.Key;
import org.apache.accumulo.core.data.Value;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.store.Guard;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.TokenHash;

/**
 * From a cell of today's table to a record. Its revision is the cell's timestamp: by it Accumulo itself decides which
 * version of a cell is the newest, whatever the servers' clocks and the times in the values say.
 */
final class OldEntry {
    /** The context's revision goes on from there. */
    private static final long LATEST = 1L << 62;

    private OldEntry() {}

    /** The record; where no time is to be found, it is taken to be written now. */
    static ScopeRecord record(Key cell, Value content, Instant now) throws BrokenEntry {
        ScopeKey name = name(cell);
        OldValue value = OldValue.parse(content.get());
        long timestamp = cell.getTimestamp();
        BrokenEntry.require(timestamp > 0 && timestamp <= LATEST, "its timestamp is out of range");
        return new ScopeRecord(
                name,
                new Guard(
                        TokenHash.of(
                                ReadLabel.parse(cell.getColumnVisibilityData().toArray())),
                        TokenHash.of(value.token()),
                        Optional.empty()),
                value.value(),
                Revision.of(timestamp),
                value.at().or(() -> OldTime.ofTimestamp(timestamp)).orElse(now));
    }

    private static ScopeKey name(Key cell) throws BrokenEntry {
        String context = StrictUtf8.decode("contextID", cell.getRowData().toArray());
        String family = StrictUtf8.decode("family", cell.getColumnFamilyData().toArray());
        String key = StrictUtf8.decode("Key", cell.getColumnQualifierData().toArray());
        return BrokenEntry.unlessRefused(
                () -> ScopeKey.of(ContextId.parse(context), Family.parse(family), EntryKey.parse(key)));
    }
}
