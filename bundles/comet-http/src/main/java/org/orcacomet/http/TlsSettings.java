package org.orcacomet.http;

/**
 * How TLS is set up.
 *
 * @param files where the keys and certificates are
 * @param provider whose TLS serves
 */
public record TlsSettings(TlsFiles files, TlsProvider provider) {}
