package org.orcacomet.benchmarks;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.orcacomet.benchmarks.etcd.EtcdBinary;
import org.orcacomet.benchmarks.http.CometPeer;
import org.orcacomet.benchmarks.load.Operation;
import org.orcacomet.benchmarks.load.Peer;
import org.orcacomet.benchmarks.report.CallTable;
import org.orcacomet.benchmarks.report.Cell;
import org.orcacomet.trials.service.TrialFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the service beside others. Exit status 0: all was measured. */
@Command(
        name = "comet benchmark",
        mixinStandardHelpOptions = true,
        description = "Measures the service beside others, in turn, and prints a table.")
public final class Benchmark implements Callable<Integer> {
    private static final int MOST_CONNECTIONS = 1_000;

    @Option(
            names = "--only",
            split = ",",
            description = "What is measured, of: write, read, enumerate-10, enumerate-1000, mixed, fresh-read (all).")
    private List<Operation> only = List.of(Operation.values());

    @Option(
            names = "--connections",
            split = ",",
            defaultValue = "1,16,64",
            description = "How many at once (${DEFAULT-VALUE}).")
    private List<Integer> connections;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "How long each server is asked in a round (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--rounds",
            defaultValue = "5",
            description = "How often each server has its turn (${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--warm-up",
            defaultValue = "10",
            description = "Seconds of each operation before (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(
            names = "--java-options",
            defaultValue = "",
            description = "What is passed to the service's Java, to profile it.")
    private String javaOptions;

    @Option(
            names = "--beside",
            split = ",",
            defaultValue = "jetty,etcd",
            description = "Beside what, of: jetty, etcd (${DEFAULT-VALUE}).")
    private List<String> beside;

    @Option(names = "--etcd", description = "etcd's program; Debian's newest is fetched where none is named.")
    private Path etcd;

    @Option(names = "--fetch-etcd", hidden = true, required = true, description = "What fetches it.")
    private Path fetchEtcd;

    @Option(names = "--server", hidden = true, required = true, description = "The folder of the distribution.")
    private Path server;

    @Option(names = "--work", hidden = true, required = true, description = "Where this run makes its folder.")
    private Path work;

    @Spec
    private CommandSpec spec;

    /** Measures, and ends the program with the exit status. */
    public static void main(String[] arguments) {
        System.exit(command().execute(arguments));
    }

    /** The command, for this program and for tests. */
    public static CommandLine command() {
        return new CommandLine(new Benchmark())
                .registerConverter(Operation.class, Benchmark::operation)
                .setExecutionExceptionHandler((failure, command, parsed) -> report(failure, command.getErr()));
    }

    private static Operation operation(String title) {
        return List.of(Operation.values()).stream()
                .filter(any -> any.toString().equals(title))
                .findFirst()
                .orElseThrow(() -> new CommandLine.TypeConversionException("'" + title + "' is none of them"));
    }

    private static int report(Exception failure, PrintWriter err) throws Exception {
        if (failure instanceof TrialFailure) {
            err.println("comet benchmark: " + failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
        throw failure;
    }

    @Override
    public Integer call() throws Exception {
        require(rounds >= 1, "--rounds takes a number from 1");
        require(seconds >= 1, "--seconds takes a number from 1");
        require(warmUp >= 1, "--warm-up takes a number from 1");
        require(
                Collections.min(connections) >= 1 && Collections.max(connections) <= MOST_CONNECTIONS,
                "--connections takes numbers from 1 to " + MOST_CONNECTIONS);
        Files.createDirectories(work);
        Path folder = Files.createTempDirectory(work.toRealPath(), "benchmark-");
        try (Servers servers = new Servers(folder, spec.commandLine().getOut())) {
            start(servers);
            measure(servers.all());
        }
        return CommandLine.ExitCode.OK;
    }

    private void start(Servers servers) throws Exception {
        CometPeer comet = servers.comet(server.toRealPath(), javaOptions);
        if (beside.contains("jetty")) {
            servers.jetty(comet.certificates());
        }
        if (beside.contains("etcd")) {
            EtcdBinary binary =
                    etcd == null ? EtcdBinary.fetched(fetchEtcd, work.resolveSibling("etcd")) : new EtcdBinary(etcd);
            servers.etcd(binary, comet.certificates());
        }
    }

    private void measure(List<Peer> peers) throws Exception {
        CallTable table = new CallTable(spec.commandLine().getOut());
        Rounds turns = new Rounds(peers, rounds, Duration.ofSeconds(seconds), table);
        table.heading();
        for (Operation operation : only) {
            turns.warm(new Cell(operation, Collections.max(connections)), Duration.ofSeconds(warmUp));
            for (int count : connections) {
                turns.measure(new Cell(operation, count));
            }
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }
}
