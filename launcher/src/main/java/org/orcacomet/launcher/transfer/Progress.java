package org.orcacomet.launcher.transfer;

import java.io.PrintWriter;
import java.util.Locale;

/** Says every now and then how far something has come. For one thread. */
final class Progress {
    private static final long PAUSE_NANOS = 5_000_000_000L;
    private static final double MEBIBYTE = 1 << 20;

    private final PrintWriter out;
    private final String deed;
    private long said = System.nanoTime();
    private long bytes;

    Progress(PrintWriter out, String deed) {
        this.out = out;
        this.deed = deed;
    }

    void add(long more) {
        bytes += more;
        if (System.nanoTime() - said > PAUSE_NANOS) {
            said = System.nanoTime();
            out.println(String.format(Locale.ROOT, "%s: %.1f MiB", deed, bytes / MEBIBYTE));
            out.flush();
        }
    }
}
