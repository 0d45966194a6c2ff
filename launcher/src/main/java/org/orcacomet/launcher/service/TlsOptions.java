package org.orcacomet.launcher.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The files that say whom to trust and whom to be, but for the private key, whose option has two names. */
abstract class TlsOptions {
    @Option(
            names = "--tls",
            paramLabel = "DIR",
            defaultValue = "comet-data/tls",
            description = "The folder with ca.pem, client.pem and client.key (default: comet-data/tls, where serve"
                    + " makes them).")
    private Path folder;

    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description = "PEM: the CA of the service's certificate (default: ca.pem in --tls).")
    private Optional<Path> authority = Optional.empty();

    @Option(
            names = "--cert",
            paramLabel = "FILE",
            description = "PEM: the caller's certificate, then those that lead to its CA (default: client.pem in"
                    + " --tls).")
    private Optional<Path> certificate = Optional.empty();

    /** The files for a caller who must have a certificate. */
    final ClientTls all(Optional<Path> key) {
        return new ClientTls(
                authority.orElse(folder.resolve("ca.pem")),
                certificate.orElse(folder.resolve("client.pem")),
                key.orElse(folder.resolve("client.key")));
    }

    /** The files, of which the folder's certificate may be missing. */
    final TlsFiles some(Optional<Path> key) {
        return new TlsFiles(authority, certificate, key);
    }

    /** The files that nobody named, of a caller who needs no certificate. */
    final TlsFiles anonymous() {
        return new TlsFiles(Optional.of(folder.resolve("ca.pem")), Optional.empty(), Optional.empty());
    }

    /** The files that nobody named. */
    final TlsFiles standard() {
        Path shown = folder.resolve("client.pem");
        Optional<Path> certificate = Optional.of(shown).filter(Files::exists);
        return new TlsFiles(
                anonymous().authority(), certificate, certificate.map(file -> folder.resolve("client.key")));
    }
}
