package org.orcacomet.trials.load;

import java.io.IOException;
import java.util.List;
import org.orcacomet.trials.service.ProcessUse;
import org.orcacomet.trials.service.TrialFailure;

/** Loads a service with one number of VMs after the other. */
final class Trial {
    private static final int CALLS_PER_ROUND = 9;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Fleet fleet;
    private final FreshConnections calls;
    private final long server;
    private final Pace pace;

    Trial(Fleet fleet, FreshConnections calls, long server, Pace pace) {
        this.fleet = fleet;
        this.calls = calls;
        this.server = server;
        this.pace = pace;
    }

    /** How many VMs may be at work at a time, how far apart a VM's rounds are, and how long is counted. */
    record Pace(int threads, long periodNanos, long countMillis) {}

    /** Calls a second of one VM. */
    double callsPerVm() {
        return CALLS_PER_ROUND * (double) NANOS_PER_SECOND / pace.periodNanos();
    }

    /** Runs both JVMs hot for two periods, as the first calls of a JVM cost several times what the later ones do. */
    void warmUp(int vms) throws IOException, InterruptedException, TrialFailure {
        measure(vms, pace.periodNanos() / 1_000_000);
    }

    /** What so many VMs come to, after a period in which all of them begin. */
    Figures measure(int vms) throws IOException, InterruptedException, TrialFailure {
        return measure(vms, pace.countMillis());
    }

    private Figures measure(int vms, long countMillis) throws IOException, InterruptedException, TrialFailure {
        List<Vm> members = fleet.of(vms);
        long self = ProcessHandle.current().pid();
        try (Load load = new Load(calls, pace.threads(), pace.periodNanos())) {
            load.start(members);
            Thread.sleep(pace.periodNanos() / 1_000_000);
            ProcessUse serverBefore = ProcessUse.of(server);
            ProcessUse selfBefore = ProcessUse.of(self);
            long begin = System.nanoTime();
            load.count(true);
            Thread.sleep(countMillis);
            load.count(false);
            long millis = (System.nanoTime() - begin) / 1_000_000;
            ProcessUse serverAfter = ProcessUse.of(server);
            Figures.Use use = new Figures.Use(
                    serverAfter.cpusSince(serverBefore, millis),
                    ProcessUse.of(self).cpusSince(selfBefore, millis),
                    serverAfter);
            double rate = load.latencies().size() * 1000.0 / millis;
            return new Figures(vms, rate, load.latencies(), new Figures.Failed(load.failures(), load.timeouts()), use);
        }
    }
}
