package org.orcacomet.store.accumulo.oldtable;

import java.io.IOException;
import java.util.Optional;
import org.apache.accumulo.core.data.Key;
import org.apache.accumulo.core.data.Value;
import org.orcacomet.store.ExportWriter;
import org.orcacomet.store.ScopeRecord;

/**
 * The cells of a table, in its order, on their way into an export. Of several under one name, which have different read
 * tokens, the newest goes on. For one thread.
 */
final class OldEntries {
    private final ExportWriter export;
    private final SkippedEntries skipped;
    private final Ageing ageing;
    private final Tally tally = new Tally();
    private Optional<ScopeRecord> newest = Optional.empty();

    OldEntries(ExportWriter export, SkippedEntries skipped, Ageing ageing) {
        this.export = export;
        this.skipped = skipped;
        this.ageing = ageing;
    }

    /** Takes the next cell. */
    void take(Key cell, Value content) throws IOException {
        tally.count(Tally.Kind.READ);
        try {
            choose(OldEntry.record(cell, content, ageing.now()));
        } catch (BrokenEntry e) {
            tally.count(Tally.Kind.BROKEN);
            skipped.broken(cell, e.getMessage());
        }
    }

    /** No cell is left: ends the export. */
    Tally end() throws IOException {
        write();
        export.end();
        return tally;
    }

    /** What became of those that were taken so far. */
    Tally tally() {
        return tally;
    }

    private void choose(ScopeRecord next) throws IOException {
        Optional<ScopeRecord> same = newest.filter(record -> record.key().equals(next.key()));
        if (same.isEmpty()) {
            write();
        }
        boolean newer = next.supersedes(same);
        same.ifPresent(known -> skip(newer ? known : next));
        if (newer) {
            newest = Optional.of(next);
        }
    }

    private void skip(ScopeRecord older) {
        tally.count(Tally.Kind.DOUBLED);
        skipped.doubled(older);
    }

    private void write() throws IOException {
        if (newest.isEmpty()) {
            return;
        }
        ScopeRecord record = newest.get();
        if (ageing.isOver(record.touched())) {
            tally.count(Tally.Kind.AGED);
            return;
        }
        export.record(record);
        tally.count(Tally.Kind.EXPORTED);
        if (record.deleted()) {
            tally.count(Tally.Kind.DELETED);
        }
    }
}
