package org.orcacomet.trials.scan;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.orcacomet.trials.service.Table;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks for marked tokens and values in the logs and stores that trials left. Exit status 0: there is none where none may be. */
@Command(
        name = "comet log-scan",
        description = "Looks for the trials' tokens and values in their logs, and for tokens in their stores.")
public final class LogScan implements Callable<Integer> {
    @Parameters(paramLabel = "FOLDER", arity = "0..*", description = "Where to look; all runs of the trials if none.")
    private List<Path> places = List.of();

    @Option(names = "--work", hidden = true, required = true, description = "Where trials make their folders.")
    private Path work;

    @Spec
    private CommandSpec spec;

    /** Looks, and ends the program with the exit status. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LogScan()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        SecretScan scan = new SecretScan();
        for (Path place : places.isEmpty() ? List.of(work) : places) {
            if (!Files.exists(place)) {
                throw new ParameterException(spec.commandLine(), "there is no " + place);
            }
            scan.look(place);
        }
        PrintWriter out = spec.commandLine().getOut();
        Table.print(out, counts(scan));
        scan.findings().forEach(out::println);
        out.flush();
        return scan.findings().isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static Map<String, Long> counts(SecretScan scan) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("files of logs and all else", scan.logs());
        counts.put("files of stores", scan.stores());
        counts.put("files of stores with marked values", scan.valuesInStores());
        counts.put("secrets where none may be", (long) scan.findings().size());
        return counts;
    }
}
