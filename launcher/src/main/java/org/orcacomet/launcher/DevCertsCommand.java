package org.orcacomet.launcher;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.orcacomet.launcher.certificates.DevCertificates;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes throw-away certificates. */
@Command(
        name = "dev-certs",
        description = {
            "Makes throw-away certificates in DIR: a CA (ca.pem, ca.der), a server for localhost, 127.0.0.1 and ::1"
                    + " (server.pem, server.key), the roots that it trusts for clients (trust.pem), and a trusted"
                    + " client (client.pem, client.key, and both in client.jks and, for browsers, client.p12 with the password"
                    + " changeit).",
            "Files that are there are never overwritten."
        })
public final class DevCertsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "The folder; it is made if it is not there.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws LaunchException {
        try {
            DevCertificates.create(folder);
        } catch (FileAlreadyExistsException e) {
            throw new LaunchException(
                    e.getFile() + " is there already, and nothing is overwritten: name another folder", e);
        } catch (IOException e) {
            throw new LaunchException("no certificates can be written to " + folder + ": " + e, e);
        }
        spec.commandLine().getOut().println("Throw-away certificates in " + folder);
        return CommandLine.ExitCode.OK;
    }
}
