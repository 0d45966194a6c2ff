package org.orcacomet.launcher.service;

import java.nio.file.Path;
import java.util.Optional;
import org.orcacomet.client.ClientIdentity;
import org.orcacomet.client.CometClient;
import org.orcacomet.client.CometClientSettings;
import org.orcacomet.client.CometSettingsException;
import org.orcacomet.launcher.LaunchException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which services a command for scopes talks to, and as whom. Without a certificate it is nobody, as a VM is. */
public final class CometOptions extends TlsOptions {
    @Option(
            names = {"-c", "--at"},
            paramLabel = "URL[,URL...]",
            defaultValue = "https://localhost:8111",
            description = "The services; the first that answers is taken (default: https://localhost:8111).")
    private String at;

    @Option(
            names = "--cert-key",
            paramLabel = "FILE",
            description = "PEM: the private key of the certificate, without a password (default: client.key in --tls).")
    private Optional<Path> key = Optional.empty();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** The services, as they were given. */
    public String services() {
        return at;
    }

    /**
     * A client of them; it has connected to nobody yet.
     *
     * @param named files that count where no option names one
     * @throws LaunchException if one of the files cannot be used
     */
    public CometClient open(TlsFiles named) throws LaunchException {
        return client(some(key).or(named).or(standard()));
    }

    /** The same for what takes no certificate: it shows none but one that is named, which saves reading it. */
    public CometClient openAnonymously(TlsFiles named) throws LaunchException {
        return client(some(key).or(named).or(anonymous()));
    }

    private CometClient client(TlsFiles files) throws LaunchException {
        if (files.isHalf()) {
            throw new ParameterException(
                    command.commandLine(), "a certificate needs its private key: name both, by --cert and --cert-key");
        }
        CometClientSettings.Builder settings = settings(files.authority().orElseThrow());
        files.certificate()
                .ifPresent(file ->
                        settings.identity(ClientIdentity.pem(file, files.key().orElseThrow())));
        try {
            return CometClient.open(settings.build());
        } catch (CometSettingsException e) {
            throw new LaunchException(
                    e.getMessage() + ": name another by --cacert, --cert, --cert-key, or their folder by --tls", e);
        }
    }

    private CometClientSettings.Builder settings(Path authority) {
        try {
            return CometClientSettings.of(at, authority);
        } catch (CometSettingsException e) {
            throw new ParameterException(
                    command.commandLine(), "--at takes addresses such as https://localhost:8111", e);
        }
    }
}
