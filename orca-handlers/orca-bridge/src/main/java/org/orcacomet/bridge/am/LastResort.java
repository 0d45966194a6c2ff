package org.orcacomet.bridge.am;

import orca.shirako.container.Globals;
import org.orcacomet.bridge.OrcaLog;

/** Where ORCA would die of what is thrown, nothing is: an Error of ours ends its boot, or an actor's thread, for good. */
final class LastResort {
    private LastResort() {}

    interface Step {
        void take() throws Exception;
    }

    /** Takes the step; what goes wrong is one line in ORCA's log. */
    static void take(String name, Step step) {
        try {
            step.take();
        } catch (Throwable failure) {
            report(name, failure);
        }
    }

    private static void report(String name, Throwable failure) {
        try {
            OrcaLog.under(Globals.RootLoggerName)
                    .logger(LastResort.class)
                    .error("Orca-COMET: {} failed, ORCA goes on without: {}", name, sentence(failure), failure);
        } catch (Throwable unspeakable) {
            // There is no log, and ORCA must go on.
        }
    }

    private static String sentence(Throwable failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
