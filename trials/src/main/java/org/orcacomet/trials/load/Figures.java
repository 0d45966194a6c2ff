package org.orcacomet.trials.load;

import java.util.Locale;
import org.orcacomet.trials.service.ProcessUse;

/**
 * What so many VMs came to.
 *
 * @param calls calls a second, those that failed too
 * @param latencies how long they took
 * @param failed how many had no answer, or another than 200
 * @param late how many took over their time-out
 * @param use what the machine gave for it
 */
record Figures(int vms, double calls, Latencies latencies, Failed failed, Use use) {
    /** Calls of the nominal rate that may be missing, as the counting begins and ends amid rounds. */
    private static final double ENOUGH = 0.9;

    static final String HEAD =
            "     VMs  calls/s   of due   p50 ms   p99 ms   failed     late  server CPUs  ms/call  load CPUs  ms/call"
                    + "  server MiB  threads";

    /** Calls without their answer. */
    record Failed(long refused, long late) {}

    /** CPUs that the service and the load kept busy, and what the service had at the end. */
    record Use(double serverCpus, double loadCpus, ProcessUse server) {}

    /** The part of the calls that were due that were made. */
    double ofDue(double callsPerVm) {
        return calls / (vms * callsPerVm);
    }

    /** Whether so many VMs get what they ask for, when they ask for it. */
    boolean carried(double callsPerVm) {
        return failed.refused() == 0 && failed.late() == 0 && ofDue(callsPerVm) > ENOUGH;
    }

    String row(double callsPerVm) {
        return String.format(
                Locale.ROOT,
                "%8d %8.0f %7.0f%% %8.1f %8.1f %8d %8d %12.2f %8.2f %10.2f %8.2f %11d %8d",
                vms,
                calls,
                100 * ofDue(callsPerVm),
                latencies.percentile(50),
                latencies.percentile(99),
                failed.refused(),
                failed.late(),
                use.serverCpus(),
                1000 * use.serverCpus() / calls,
                use.loadCpus(),
                1000 * use.loadCpus() / calls,
                use.server().residentMib(),
                use.server().threads());
    }
}
