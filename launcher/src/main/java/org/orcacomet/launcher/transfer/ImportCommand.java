package org.orcacomet.launcher.transfer;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.orcacomet.launcher.LaunchException;
import org.orcacomet.launcher.service.ServiceOptions;
import org.orcacomet.store.DamagedExport;
import org.orcacomet.store.ExportReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has a running service take the scopes of an export. */
@Command(
        name = "import",
        description = {
            "Has a running service take the scopes of FILE, an export. What the service has in the same or a later"
                    + " revision stays, so that it can be repeated.",
            "The whole file is checked before anything is sent."
        })
public final class ImportCommand implements Callable<Integer> {
    private static final String STREAM = "-";
    private static final int BUFFER = 1 << 16;

    @Parameters(paramLabel = "FILE", description = "The export, or - for standard input.")
    private String file;

    @Mixin
    private ServiceOptions service;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws LaunchException, InterruptedException {
        Transfers client = new Transfers(service.client());
        if (file.equals(STREAM)) {
            fromStandardInput(client);
        } else {
            checkAndSend(client, Path.of(file), file);
        }
        return CommandLine.ExitCode.OK;
    }

    /** What comes from there can be read once only, and is checked before it is sent. */
    private void fromStandardInput(Transfers client) throws LaunchException, InterruptedException {
        try {
            Path kept = Files.createTempFile("comet-import-", ".part");
            kept.toFile().deleteOnExit();
            try (InputStream in = new FileInputStream(FileDescriptor.in);
                    OutputStream out = Files.newOutputStream(kept)) {
                in.transferTo(out);
                checkAndSend(client, kept, "standard input");
            } finally {
                Files.delete(kept);
            }
        } catch (IOException e) {
            throw new LaunchException("standard input cannot be kept in a temporary file: " + e.getMessage(), e);
        }
    }

    private void checkAndSend(Transfers client, Path export, String name) throws LaunchException, InterruptedException {
        check(export, name);
        PrintWriter err = spec.commandLine().getErr();
        try {
            Imported imported = client.importFrom(() -> open(export, new Progress(err, "sent")), Files.size(export));
            spec.commandLine().getOut().println(imported.message() + ".");
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private void check(Path export, String name) throws LaunchException {
        Progress progress = new Progress(spec.commandLine().getErr(), "checked");
        try (InputStream file = Files.newInputStream(export);
                InputStream in = new BufferedInputStream(
                        new CopiedInput(file, OutputStream.nullOutputStream(), progress), BUFFER)) {
            new ExportReader(in).verify();
        } catch (IOException e) {
            throw unreadable(name, e);
        } catch (DamagedExport e) {
            throw new LaunchException("nothing of " + name + " was sent: " + e.getMessage(), e);
        }
    }

    private static InputStream open(Path export, Progress progress) {
        try {
            return new CopiedInput(Files.newInputStream(export), OutputStream.nullOutputStream(), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LaunchException unreadable(String name, IOException cause) {
        return new LaunchException(name + " cannot be read (" + cause.getClass().getSimpleName() + ")", cause);
    }
}
