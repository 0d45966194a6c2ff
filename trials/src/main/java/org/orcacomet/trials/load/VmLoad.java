package org.orcacomet.trials.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.TrialFailure;
import org.orcacomet.trials.service.WireCaller;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Option(names = "--heap", description = "MiB of heap of the service; if not given, what Java takes by itself.")
    private Integer heap;

    @Option(names = "--server", hidden = true, required = true, description = "The folder of the distribution.")
    private Path server;

    @Option(names = "--work", hidden = true, required = true, description = "Where this run makes its folder.")
    private Path work;

    @Spec
    private CommandSpec spec;

    /** Loads, and ends the program with the exit status. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    /** The command, for this program and for tests. */
    public static CommandLine command() {
        return new CommandLine(new VmLoad())
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
    }

    private static int report(Exception failure, PrintWriter err) throws Exception {
        if (failure instanceof TrialFailure) {
            err.println("comet vm-load: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    @Override
    public Integer call() throws Exception {
        require(vms == null || vms >= 1, "--vms takes a number from 1");
        require(from >= 1, "--from takes a number from 1");
        require(seconds >= 1 && period >= 1 && timeout >= 1, "--seconds, --period and --timeout take a number from 1");
        require(threads >= 1 && threads <= 4096, "--threads takes a number from 1 to 4096");
        require(slow >= 0 && slow <= 50_000, "--slow takes a number from 0 to 50000");
        require(heap == null || heap >= 16, "--heap takes a number from 16");
        Files.createDirectories(work);
        Path folder = Files.createTempDirectory(work.toRealPath(), "load-");
        out("Folder " + folder + ", " + Runtime.getRuntime().availableProcessors() + " CPUs for service and load");
        try (ServiceProcess service = launch(folder).start();
                SlowClients others = new SlowClients(calls(service))) {
            Trial trial = trial(service);
            trial.warmUp(vms == null ? from : vms);
            others.start(slow, TimeUnit.SECONDS.toNanos(period));
            out(Figures.HEAD);
            int status = vms == null ? raise(trial) : fixed(trial);
            if (slow > 0) {
                out(slow + " slow clients went on beside them; " + others.ended()
                        + " of their connections were ended.");
            }
            service.stop();
            return status;
        }
    }

    private Launch launch(Path folder) throws IOException {
        return Launch.of(server.toRealPath(), folder.resolve("data"))
                .in(
                        heap == null
                                ? Map.of()
                                : Map.of("COMET_JAVA_OPTIONS", "-XX:+ExitOnOutOfMemoryError -Xmx" + heap + "m"));
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
        out(carried ? "All were carried." : "They were not carried.");
        return carried ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private int raise(Trial trial) throws Exception {
        Optional<Figures> last = Optional.empty();
        Figures next = measure(trial, from);
        while (next.carried(trial.callsPerVm())) {
            last = Optional.of(next);
            next = measure(trial, more(next.vms()));
        }
        if (last.isEmpty()) {
            out("Not even the first were carried.");
            return CommandLine.ExitCode.SOFTWARE;
        }
        out(last.get().vms() + " VMs were carried, " + next.vms() + " were not. " + reason(next));
        return CommandLine.ExitCode.OK;
    }

    private static int more(int vms) {
        return vms < 1000 ? vms + 200 : vms * 5 / 4;
    }

    private Figures measure(Trial trial, int number) throws Exception {
        Figures figures = trial.measure(number);
        out(figures.row(trial.callsPerVm()));
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

    private void out(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
