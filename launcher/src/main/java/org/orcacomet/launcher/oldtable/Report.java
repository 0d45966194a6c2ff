package org.orcacomet.launcher.oldtable;

import java.io.PrintWriter;
import java.util.Map;

/** What the operator is told. */
record Report(PrintWriter out, Map<String, Long> counts) {
    void print(long taken) {
        out.println("Read " + count("read") + " entries, and sent " + count("exported") + ", of which "
                + count("deleted") + " were deleted ones.");
        out.println("Skipped " + count("doubled") + " older ones of several under one name, " + count("aged")
                + " that nobody has touched for too long, and " + count("broken") + " broken ones.");
        out.println(
                taken == 0 ? "Nothing was left to copy." : taken + " were taken: copy again until nothing is left.");
    }

    private long count(String kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
