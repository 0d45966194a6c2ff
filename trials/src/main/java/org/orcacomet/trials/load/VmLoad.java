package org.orcacomet.trials.load;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.TrialRun;
import org.orcacomet.trials.service.WireCaller;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loads the service with VMs. Exit status 0: it carried them; 1: it did not. */
@Command(
        name = "comet vm-load",
        description =
                "Loads the service with VMs, each with nine calls in a period, each call on a fresh TLS connection.",
        sortOptions = false)
public final class VmLoad implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Option(names = "--vms", description = "So many; if not given, ever more until the service does not carry them.")
    private Integer vms;

    @Option(names = "--from", defaultValue = "200", description = "With how many it begins then (${DEFAULT-VALUE}).")
    private int from;

    @Option(
            names = "--seconds",
            defaultValue = "20",
            description = "How long each number is measured (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--period",
            defaultValue = "10",
            description = "Seconds between two rounds of a VM (${DEFAULT-VALUE}).")
    private int period;

    @Option(names = "--timeout", defaultValue = "5", description = "Seconds that a call may take (${DEFAULT-VALUE}).")
    private int timeout;

    @Option(names = "--threads", defaultValue = "128", description = "VMs at work at a time (${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--slow",
            defaultValue = "0",
            description = "Slow clients beside the VMs, half-open ones among them (${DEFAULT-VALUE}).")
    private int slow;

    @Option(
            names = "--client-timeout",
            description = "Seconds that the service gives a client to come to its end; its own 20 if not given.")
    private Integer clientTimeout;

    @Option(names = "--heap", description = "MiB of heap of the service; if not given, what Java takes by itself.")
    private Integer heap;

    @Mixin
    private TrialRun run;

    /** Loads, and ends the program with the exit status. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    /** The command, for this program and for tests. */
    public static CommandLine command() {
        return TrialRun.command(new VmLoad());
    }

    @Override
    public Integer call() throws Exception {
        run.require(vms == null || vms >= 1, "--vms takes a number from 1");
        run.require(from >= 1, "--from takes a number from 1");
        run.require(
                seconds >= 1 && period >= 1 && timeout >= 1, "--seconds, --period and --timeout take a number from 1");
        run.require(threads >= 1 && threads <= 4096, "--threads takes a number from 1 to 4096");
        run.require(slow >= 0 && slow <= 50_000, "--slow takes a number from 0 to 50000");
        run.require(heap == null || heap >= 16, "--heap takes a number from 16");
        run.require(clientTimeout == null || clientTimeout >= 1, "--client-timeout takes a number from 1");
        Path folder = run.begin("load-");
        run.say(Runtime.getRuntime().availableProcessors() + " CPUs for service and load");
        try (ServiceProcess service = launch(folder).start();
                SlowClients others = new SlowClients(calls(service))) {
            Trial trial = trial(service);
            trial.warmUp(vms == null ? from : vms);
            others.start(slow, TimeUnit.SECONDS.toNanos(period));
            run.say(Figures.HEAD);
            int status = vms == null ? raise(trial) : fixed(trial);
            if (slow > 0) {
                run.say(slow + " slow clients went on beside them; " + others.ended()
                        + " of their connections were ended.");
            }
            service.stop();
            return status;
        }
    }

    private Launch launch(Path folder) throws IOException {
        Launch launch = Launch.of(run.server(), folder.resolve("data"))
                .in(
                        heap == null
                                ? Map.of()
                                : Map.of("COMET_JAVA_OPTIONS", "-XX:+ExitOnOutOfMemoryError -Xmx" + heap + "m"));
        return clientTimeout == null
                ? launch
                : launch.with("--set", "org.orcacomet.http/client.timeout.ms=" + clientTimeout + "000");
    }

    private FreshConnections calls(ServiceProcess service) throws IOException {
        return new FreshConnections(
                service.address(), service.tls().resolve("server.pem"), Duration.ofSeconds(timeout));
    }

    private Trial trial(ServiceProcess service) throws IOException {
        Fleet fleet = new Fleet(new WireCaller(service.address(), service.tls(), PATIENCE));
        Trial.Pace pace = new Trial.Pace(threads, TimeUnit.SECONDS.toNanos(period), seconds * 1000L);
        return new Trial(fleet, calls(service), service.pid(), pace);
    }

    private int fixed(Trial trial) throws Exception {
        boolean carried = measure(trial, vms).carried(trial.callsPerVm());
        run.say(carried ? "All were carried." : "They were not carried.");
        return TrialRun.status(carried);
    }

    private int raise(Trial trial) throws Exception {
        Optional<Figures> last = Optional.empty();
        Figures next = measure(trial, from);
        while (next.carried(trial.callsPerVm())) {
            last = Optional.of(next);
            next = measure(trial, more(next.vms()));
        }
        if (last.isEmpty()) {
            run.say("Not even the first were carried.");
            return TrialRun.status(false);
        }
        run.say(last.get().vms() + " VMs were carried, " + next.vms() + " were not. " + reason(next));
        return TrialRun.status(true);
    }

    private static int more(int vms) {
        return vms < 1000 ? vms + 200 : vms * 5 / 4;
    }

    private Figures measure(Trial trial, int number) throws Exception {
        Figures figures = trial.measure(number);
        run.say(figures.row(trial.callsPerVm()));
        return figures;
    }

    private static String reason(Figures figures) {
        double busy = figures.use().serverCpus() + figures.use().loadCpus();
        int there = Runtime.getRuntime().availableProcessors();
        return String.format(
                Locale.ROOT,
                "Of %d CPUs the service kept %.2f busy and the load itself %.2f: %s.",
                there,
                figures.use().serverCpus(),
                figures.use().loadCpus(),
                busy > there * 0.85 ? "the CPUs gave first" : "it was not the CPUs that gave first");
    }
}
