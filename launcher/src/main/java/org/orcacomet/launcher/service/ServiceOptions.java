package org.orcacomet.launcher.service;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.orcacomet.launcher.LaunchException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which service a command talks to, and as whom. */
public final class ServiceOptions {
    @Option(
            names = "--at",
            paramLabel = "URL",
            defaultValue = "https://localhost:8111",
            description = "The service (default: https://localhost:8111).")
    private URI at;

    @Option(
            names = "--tls",
            paramLabel = "DIR",
            defaultValue = "comet-data/tls",
            description = "The folder with ca.pem, client.pem and client.key (default: comet-data/tls, where serve"
                    + " makes them).")
    private Path tls;

    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description = "PEM: the CA of the service's certificate (default: ca.pem in --tls).")
    private Optional<Path> authority = Optional.empty();

    @Option(
            names = "--cert",
            paramLabel = "FILE",
            description =
                    "PEM: the certificate of an administrator, then those that lead to its CA (default: client.pem"
                            + " in --tls). The service's admin.subjects must list its subject.")
    private Optional<Path> certificate = Optional.empty();

    @Option(
            names = "--key",
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
        ClientTls files = new ClientTls(
                authority.orElse(tls.resolve("ca.pem")),
                certificate.orElse(tls.resolve("client.pem")),
                key.orElse(tls.resolve("client.key")));
        return new ServiceClient(at, files.context());
    }
}
