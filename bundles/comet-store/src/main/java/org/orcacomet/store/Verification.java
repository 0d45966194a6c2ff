package org.orcacomet.store;

import java.util.ArrayList;
import java.util.List;
import org.orcacomet.api.Revision;

/**
 * What came of looking at a context where it is kept.
 *
 * @param records how many records it has, those with a fault among them
 * @param faults what is wrong
 */
public record Verification(int records, List<RecordFault> faults) {
    /** A verification that no longer changes. */
    public Verification {
        faults = List.copyOf(faults);
    }

    /** That of a context with these records, and these faults of others that cannot be read. */
    public static Verification of(Listing readable, List<RecordFault> unreadable) {
        List<RecordFault> faults = new ArrayList<>(unreadable);
        long reached = readable.revision().map(Revision::number).orElse(0L);
        if (reached == 0 && !readable.records().isEmpty()) {
            faults.add(RecordFault.ofContext("the context has records and no revision"));
        }
        readable.records().stream()
                .filter(record -> record.revision().number() > reached)
                .map(record -> RecordFault.of(record.key(), "its revision is later than its context's"))
                .forEach(faults::add);
        return new Verification(readable.records().size() + unreadable.size(), faults);
    }
}
