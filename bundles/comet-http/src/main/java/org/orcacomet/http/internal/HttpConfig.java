package org.orcacomet.http.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration of {@value HttpComponent#PID}. */
@ObjectClassDefinition(
        name = "COMET over HTTPS",
        description = "Where COMET listens, with which keys, and what a client may take of it.")
public @interface HttpConfig {
    /** The address to listen on. */
    @AttributeDefinition(description = "The address to listen on; 0.0.0.0 means all of this machine's.")
    String host() default "127.0.0.1";

    /** The port. */
    @AttributeDefinition(description = "The port to listen on; 0 means that the system picks one.")
    int port() default 8111;

    /** The server's certificate. */
    @AttributeDefinition(description = "PEM file: the server's certificate, then those that lead to its CA.")
    String tls_certificate() default "";

    /** The key. */
    @AttributeDefinition(description = "PEM file: the certificate's private key (PKCS#8, PKCS#1, SEC1), no password.")
    String tls_key() default "";

    /** The trust roots. */
    @AttributeDefinition(
            description = "PEM or DER file: the CAs of trusted callers. Without it nobody is trusted, and nobody can"
                    + " create or delete scopes while certificate.check is on.")
    String tls_roots() default "";

    /** Whose TLS serves. */
    @AttributeDefinition(
            description = "auto: Conscrypt (BoringSSL), where its library runs and the key is RSA or EC, else the JDK's"
                    + " TLS, whose handshakes cost far more; conscrypt or jdk: that one alone.")
    String tls_provider() default "auto";

    /** How long a connection may be silent. */
    @AttributeDefinition(description = "Milliseconds of silence after which a connection is closed.")
    long idle_timeout_ms() default 30_000;

    /** How long running calls may take at the end. */
    @AttributeDefinition(description = "Milliseconds that running calls may take to end when the service stops.")
    long stop_timeout_ms() default 5000;

    /** How large a request's head may be. */
    @AttributeDefinition(
            description = "Bytes that the request line and the headers may take. A name takes up to 12,288 once it is"
                    + " percent-encoded, and a call has three of them.")
    int header_max_bytes() default 65_536;

    /** How many threads serve. */
    @AttributeDefinition(
            description = "Threads that serve; more than calls.max, so that refusals and checks have some.")
    int threads() default 300;

    /** How many connections are served. */
    @AttributeDefinition(
            description =
                    "Connections that are served. Past it the one that has waited longest for its client is closed;"
                            + " if all are at work, 429.")
    int connections_max() default 2000;

    /** How many of them may come from one address. */
    @AttributeDefinition(description = "The same for the connections from one address.")
    int connections_per_address_max() default 1000;

    /** How many calls may run. */
    @AttributeDefinition(description = "Calls that may run at a time. Past it 429.")
    int calls_max() default 200;

    /** How much may be in memory. */
    @AttributeDefinition(
            description = "Bytes of bodies that come and answers that go that may be in memory. Past it slow clients"
                    + " make room, or 429.")
    long buffered_max_bytes() default 67_108_864;

    /** How long a client may take. */
    @AttributeDefinition(
            description = "Milliseconds that a client may take for TLS and a request's head, for the body, and to take"
                    + " the answer.")
    long client_timeout_ms() default 20_000;

    /** How slow a client may be. */
    @AttributeDefinition(
            description = "Bytes a second that a client must send or take of what does not fit in client.timeout.ms.")
    int client_min_bytes_per_second() default 4096;

    /** Who may read the metrics. */
    @AttributeDefinition(
            description = "Who may read /metrics: admins (the trusted callers whom admin.subjects of the service lists,"
                    + " and those of metrics.subjects), anyone, or off.")
    String metrics_access() default "admins";

    /** Who else may. */
    @AttributeDefinition(
            description =
                    "The certificate subjects that may read /metrics and nothing else of an administrator's, if they"
                            + " are trusted, such as CN=prometheus,O=site, one in each element.")
    String[] metrics_subjects() default {};
}
