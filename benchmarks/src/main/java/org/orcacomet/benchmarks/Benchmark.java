package org.orcacomet.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.orcacomet.benchmarks.grow.Grown;
import org.orcacomet.benchmarks.grow.Growth;
import org.orcacomet.benchmarks.http.CometPeer;
import org.orcacomet.benchmarks.load.Operation;
import org.orcacomet.benchmarks.report.CallTable;
import org.orcacomet.benchmarks.report.SliceTable;
import org.orcacomet.benchmarks.slice.Plugin;
import org.orcacomet.benchmarks.slice.PublishedClient;
import org.orcacomet.benchmarks.slice.SliceFailure;
import org.orcacomet.trials.service.TrialFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures the service beside others. Exit status 0: all was measured. */
@Command(
        name = "comet benchmark",
        mixinStandardHelpOptions = true,
        description = "Measures the service beside others, in turn, and prints tables.")
public final class Benchmark implements Callable<Integer> {
    @Mixin
    private Choices choices;

    @Spec
    private CommandSpec spec;

    private PrintWriter out;
    private Path folder;

    /** Measures, and ends the program with the exit status. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    /** The command, for this program and for tests. */
    public static CommandLine command() {
        return new CommandLine(new Benchmark())
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
    }

    private static int report(Exception failure, PrintWriter err) throws Exception {
        if (failure instanceof TrialFailure || failure instanceof SliceFailure || failure instanceof IOException) {
            err.println("comet benchmark: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    @Override
    public Integer call() throws Exception {
        choices.check(spec.commandLine());
        Files.createDirectories(choices.work);
        out = spec.commandLine().getOut();
        try (RunFolder run = RunFolder.in(choices.work.toRealPath(), choices.keep)) {
            folder = run.path();
            out.println("Folder " + folder);
            measure();
        }
        return CommandLine.ExitCode.OK;
    }

    private void measure() throws IOException, InterruptedException, TrialFailure, SliceFailure {
        if (choices.grow == null) {
            measure(choices.parts());
        } else {
            grow(choices.grow);
        }
    }

    private void measure(Parts parts) throws IOException, InterruptedException, TrialFailure, SliceFailure {
        if (!parts.operations().isEmpty() || parts.has(Parts.SLICE)) {
            try (Servers servers = new Servers(folder, out)) {
                CometPeer comet = servers.comet(choices.server.toRealPath(), choices.javaOptions);
                calls(parts.operations(), servers, comet);
                slices(parts, comet);
            }
        }
        if (parts.has(Parts.STORE)) {
            out.println("The store alone, in one process with those that write:");
            new Stores(folder, choices.turns(), table("comet's store")).measure(choices.connections);
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
            servers.etcd(choices.etcd(), comet.certificates());
        }
        Rounds rounds = new Rounds(servers.all(), choices.turns(), table(comet.name()));
        for (Operation operation : operations) {
            rounds.measure(operation, choices.connections);
        }
    }

    private CallTable table(String first) {
        CallTable table = new CallTable(out, first);
        table.heading();
        return table;
    }

    private void slices(Parts parts, CometPeer comet) throws IOException, SliceFailure {
        if (!parts.has(Parts.SLICE)) {
            return;
        }
        Path tls = comet.certificates();
        try (Plugin plugin = new Plugin(comet.address(), tls, folder.resolve("journal"));
                PublishedClient published = new PublishedClient(comet.address(), tls)) {
            SliceTable table = new SliceTable(out);
            table.heading();
            new Slices(List.of(plugin, published), table).measure(choices.rounds);
        }
    }

    private void grow(List<Integer> sizes) throws IOException, InterruptedException, TrialFailure {
        Duration time = Duration.ofSeconds(choices.seconds);
        Growth growth = new Growth(choices.server.toRealPath(), folder.resolve("grown"), choices.javaOptions, time);
        out.println(Grown.HEADING);
        for (int size : sizes) {
            out.println(growth.to(size));
            out.flush();
        }
    }
}
