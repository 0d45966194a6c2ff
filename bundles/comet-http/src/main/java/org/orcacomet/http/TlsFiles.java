package org.orcacomet.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that TLS takes its keys and certificates from. When one of them changes, the server takes all anew.
 *
 * @param certificate PEM: the server's certificate, then those that lead to its CA
 * @param key PEM: the private key of the certificate, PKCS#8, PKCS#1 or SEC1, without a password
 * @param roots PEM or DER: the CAs of trusted callers; if empty, no caller is trusted
 */
public record TlsFiles(Path certificate, Path key, Optional<Path> roots) {}
