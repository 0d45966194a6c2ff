package org.orcacomet.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.orcacomet.benchmarks.accumulo.AccumuloPeers;
import org.orcacomet.benchmarks.grow.Grown;
import org.orcacomet.benchmarks.grow.Growth;
import org.orcacomet.benchmarks.http.CometPeer;
import org.orcacomet.benchmarks.load.Operation;
import org.orcacomet.benchmarks.report.CallTable;
import org.orcacomet.benchmarks.report.SliceTable;
import org.orcacomet.benchmarks.slice.Plugin;
import org.orcacomet.benchmarks.slice.PublishedClient;
import org.orcacomet.trials.service.TrialFailure;
import org.orcacomet.trials.service.TrialRun;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Measures the service beside others. Exit status 0: all was measured. */
@Command(
        name = "comet benchmark",
        mixinStandardHelpOptions = true,
        description = "Measures the service beside others, in turn, and prints tables.")
public final class Benchmark implements Callable<Integer> {
    @Mixin
    private Choices choices;

    @Mixin
    private TrialRun run;

    private Path folder;

    /** Measures, and ends the program with the exit status. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    /** The command, for this program and for tests. */
    public static CommandLine command() {
        return TrialRun.command(new Benchmark());
    }

    @Override
    public Integer call() throws Exception {
        choices.check(run);
        try (RunFolder here = new RunFolder(run.begin("benchmark-"), choices.keep)) {
            folder = here.path();
            measure();
        }
        return TrialRun.status(true);
    }

    private void measure() throws IOException, InterruptedException, TrialFailure {
        if (choices.grow == null) {
            measure(choices.parts());
        } else {
            grow(choices.grow);
        }
    }

    private void measure(Parts parts) throws IOException, InterruptedException, TrialFailure {
        if (!parts.operations().isEmpty() || parts.has(Parts.SLICE)) {
            try (Servers servers = new Servers(folder, run)) {
                CometPeer comet = servers.comet(run.server(), choices.javaOptions);
                calls(parts.operations(), servers, comet);
                slices(parts, comet);
            }
        }
        if (parts.has(Parts.STORE)) {
            run.say("The store alone, in one process with those that write:");
            new Stores(folder, choices.turns(), table("comet's store")).measure(choices.connections);
        }
        if (parts.areOnAccumulo()) {
            try (AccumuloPeers accumulo =
                    AccumuloPeers.start(choices.cluster.toRealPath(), folder.resolve("accumulo"))) {
                new OnAccumulo(accumulo, choices, run).measure(parts);
            }
        }
    }

    private void calls(Collection<Operation> operations, Servers servers, CometPeer comet)
            throws IOException, InterruptedException, TrialFailure {
        if (operations.isEmpty()) {
            return;
        }
        if (choices.beside.contains(Choices.JETTY)) {
            servers.jetty(comet.certificates());
        }
        if (choices.beside.contains(Choices.ETCD)) {
            servers.etcd(choices.etcd(run.work()), comet.certificates());
        }
        Rounds rounds = new Rounds(servers.all(), choices.turns(), table(comet.name()));
        for (Operation operation : operations) {
            rounds.measure(operation, choices.connections);
        }
    }

    private CallTable table(String first) {
        CallTable table = new CallTable(run.out(), first);
        table.heading();
        return table;
    }

    private void slices(Parts parts, CometPeer comet) throws IOException, TrialFailure {
        if (!parts.has(Parts.SLICE)) {
            return;
        }
        Path tls = comet.certificates();
        try (Plugin plugin = new Plugin(comet.address(), tls, folder.resolve("journal"));
                PublishedClient published = new PublishedClient(comet.address(), tls)) {
            SliceTable table = new SliceTable(run.out());
            table.heading();
            new Slices(List.of(plugin, published), table).measure(choices.rounds);
        }
    }

    private void grow(List<Integer> sizes) throws IOException, InterruptedException, TrialFailure {
        Duration time = Duration.ofSeconds(choices.seconds);
        Growth growth = new Growth(run.server(), folder.resolve("grown"), choices.javaOptions, time);
        run.say(Grown.HEADING);
        for (int size : sizes) {
            run.say(growth.to(size).toString());
        }
    }
}
