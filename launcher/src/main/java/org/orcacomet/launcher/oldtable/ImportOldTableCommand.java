package org.orcacomet.launcher.oldtable;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.Launcher;
import org.orcacomet.launcher.StopSignal;
import org.orcacomet.launcher.serve.Distribution;
import org.orcacomet.launcher.service.ServiceOptions;
import org.orcacomet.launcher.transfer.Transfers;
import org.orcacomet.store.ExportWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Has a running service take the entries of a table that today's server has written. */
@Command(
        name = "import-old-table",
        description = {
            "Has a running service take the entries of a table of today's server. That server may go on; its table and"
                    + " its authorizations are not changed.",
            "Run it again, the last time with today's server stopped, until it says that nothing was left to copy."
        })
public final class ImportOldTableCommand implements Callable<Integer> {
    private static final String STORE = "accumulo";
    private static final int BUFFER = 1 << 16;

    @Mixin
    private OldTableOptions table;

    @Mixin
    private ServiceOptions service;

    @Option(
            names = "--skipped",
            paramLabel = "FILE",
            description =
                    "Where to list the entries that are skipped, but for those that are too old (default: standard"
                            + " error).")
    private Optional<Path> skipped = Optional.empty();

    @ParentCommand
    private Launcher launcher;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws LaunchException {
        check(table.saysHowToLogIn(), "name the user's password by --password-file, or --client-file");
        check(table.expire() >= 0, "--expire-ms takes a number from 0");
        Distribution distribution = distribution();
        Map<String, Object> arguments = new HashMap<>(table.arguments());
        Transfers client = new Transfers(service.client());
        try (StopSignal stop = StopSignal.interrupting();
                WorkFolder work = new WorkFolder();
                SkippedList list = SkippedList.open(skipped, spec.commandLine().getErr())) {
            requireWelcome(client);
            arguments.put("skipped", (Consumer<String>) list::add);
            OldTableBundle bundle = new OldTableBundle(distribution.idleContainer(work.path()));
            Map<String, Long> counts = export(bundle, arguments, work);
            new Report(spec.commandLine().getOut(), counts).print(send(client, work.export()));
        } catch (IOException e) {
            throw new LaunchException("the export cannot be kept in a temporary file: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw new LaunchException("it was broken off", e);
        }
        return CommandLine.ExitCode.OK;
    }

    private void check(boolean holds, String violation) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), violation);
        }
    }

    private Distribution distribution() {
        try {
            return new Distribution(launcher.home().toAbsolutePath().normalize(), STORE);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "this distribution has no store on Accumulo", e);
        }
    }

    /** A service that does not take it is to be told of before the table is read, which may take long: it gets nothing. */
    private static void requireWelcome(Transfers client) throws LaunchException, InterruptedException, IOException {
        ByteArrayOutputStream nothing = new ByteArrayOutputStream();
        new ExportWriter(nothing).end();
        client.importFrom(() -> new ByteArrayInputStream(nothing.toByteArray()), nothing.size());
    }

    private Map<String, Long> export(OldTableBundle bundle, Map<String, Object> arguments, WorkFolder work)
            throws LaunchException, IOException {
        spec.commandLine().getErr().println("Reading the table " + table.name() + "; this may take a while.");
        try (OutputStream export = new BufferedOutputStream(work.newExport(), BUFFER)) {
            arguments.put("export", export);
            return bundle.export(arguments);
        }
    }

    /** How many records the service has taken. */
    private static long send(Transfers client, Path export) throws LaunchException, InterruptedException, IOException {
        return client.importFrom(() -> open(export), Files.size(export)).taken();
    }

    private static InputStream open(Path export) {
        try {
            return Files.newInputStream(export);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
