package org.orcacomet.launcher.transfer;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.service.ServiceOptions;
import org.orcacomet.store.DamagedExport;
import org.orcacomet.store.ExportCounts;
import org.orcacomet.store.ExportReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes all scopes of a running service to a file. */
@Command(
        name = "export",
        description = {
            "Writes all scopes of a running service to FILE, with mode 600: values, tombstones, revisions, times, and the"
                    + " hashes of tokens, but no token.",
            "The file is there once it is complete and was found whole."
        })
public final class ExportCommand implements Callable<Integer> {
    private static final String STREAM = "-";
    private static final int BUFFER = 1 << 16;

    @Parameters(paramLabel = "FILE", description = "The file, or - for standard output.")
    private String file;

    @Option(names = "--force", description = "Overwrites FILE if it is there.")
    private boolean force;

    @Mixin
    private ServiceOptions service;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws LaunchException, InterruptedException {
        Transfers client = new Transfers(service.client());
        if (file.equals(STREAM)) {
            toStandardOutput(client);
        } else {
            toFile(client);
        }
        return CommandLine.ExitCode.OK;
    }

    private void toStandardOutput(Transfers client) throws LaunchException, InterruptedException {
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            spec.commandLine().getErr().println(sentence(export(client, out)) + ".");
        } catch (IOException e) {
            throw new LaunchException("standard output cannot be written: " + e.getMessage(), e);
        }
    }

    private void toFile(Transfers client) throws LaunchException, InterruptedException {
        try (ExportFile target = ExportFile.create(Path.of(file), force)) {
            ExportCounts counts = export(client, target);
            target.complete();
            spec.commandLine().getOut().println(sentence(counts) + " in " + file + ".");
        }
    }

    private ExportCounts export(Transfers client, ExportFile target) throws LaunchException, InterruptedException {
        try {
            return export(client, target.stream());
        } catch (CopiedInput.Unwritable e) {
            throw target.unwritable(e);
        }
    }

    private ExportCounts export(Transfers client, OutputStream out)
            throws LaunchException, InterruptedException, CopiedInput.Unwritable {
        Progress progress = new Progress(spec.commandLine().getErr(), "exported");
        try (InputStream in = new BufferedInputStream(new CopiedInput(client.exported(), out, progress), BUFFER)) {
            return new ExportReader(in).verify();
        } catch (CopiedInput.Unwritable e) {
            throw e;
        } catch (IOException e) {
            throw new LaunchException("the service broke the export off: see its log, and try again", e);
        } catch (DamagedExport e) {
            throw new LaunchException("what the service sent is no whole export: " + e.getMessage(), e);
        }
    }

    private static String sentence(ExportCounts counts) {
        return "Exported " + counts.contexts() + " contexts, " + counts.records() + " records";
    }
}
