package org.orcacomet.launcher.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.orcacomet.launcher.LaunchException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which service a command talks to, as an administrator: the service's {@code admin.subjects} must list him. */
public final class ServiceOptions extends TlsOptions {
    @Option(
            names = "--at",
            paramLabel = "URL",
            defaultValue = "https://localhost:8111",
            description = "The service (default: https://localhost:8111).")
    private URI at;

    @Option(
            names = {"--key", "--cert-key"},
            paramLabel = "FILE",
            description = "PEM: the private key of the certificate, without a password (default: client.key in --tls).")
    private Optional<Path> key = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * A client of that service.
     *
     * @throws LaunchException if one of the files cannot be used
     */
    public ServiceClient client() throws LaunchException {
        if (!"https".equals(at.getScheme()) || at.getHost() == null) {
            throw new ParameterException(command.commandLine(), "--at takes an address such as https://localhost:8111");
        }
        return new ServiceClient(at, all(key).context());
    }
}
