package org.orcacomet.client.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What an operator configures, under ORCA's own names. */
@ObjectClassDefinition(
        name = "COMET client",
        description = "How ORCA reaches COMET. Off while comethost, comet.cacert and the identity are all empty.")
public @interface ClientConfig {
    /** Where COMET is. */
    @AttributeDefinition(
            name = "COMET servers",
            description = "Base addresses, separated by commas, such as https://head1:8111,https://head2:8111.")
    String comethost() default "";

    /** Who vouches for it. */
    @AttributeDefinition(
            name = "Authorities",
            description = "File of the certificates that vouch for the servers, DER or PEM.")
    String comet_cacert() default "";

    /** Who the client is, as a key store. */
    @AttributeDefinition(name = "Key store", description = "Java key store with the client's key and certificate.")
    String comet_clientkeystore() default "";

    /** What opens the key store. */
    @AttributeDefinition(
            name = "Key store password",
            description = "The password of the key store and of its key.",
            type = AttributeType.PASSWORD)
    String comet_clientkeystorepwd() default "";

    /** Who the client is, as PEM: the certificates. */
    @AttributeDefinition(
            name = "Certificate",
            description = "PEM file of the client's certificate, followed by those between it and the root.")
    String comet_clientcert() default "";

    /** Who the client is, as PEM: the key. */
    @AttributeDefinition(name = "Key", description = "PEM file of the client's key (PKCS#1, PKCS#8 or SEC1).")
    String comet_clientkey() default "";

    /** How long a connection may take. */
    @AttributeDefinition(name = "Connect time-out", description = "Until a connection stands, TLS included, in ms.")
    long connect_timeout_ms() default 2000;

    /** How long one server may take. */
    @AttributeDefinition(name = "Attempt time-out", description = "Until one server has answered in full, in ms.")
    long attempt_timeout_ms() default 5000;

    /** How long a call may take. */
    @AttributeDefinition(name = "Total time-out", description = "Until a call ends, whatever it met, in ms.")
    long total_timeout_ms() default 20000;

    /** How long a server that failed is asked last. */
    @AttributeDefinition(name = "Pause", description = "How long a server that failed is asked last, in ms.")
    long failed_pause_ms() default 30000;

    /** How many connections at once. */
    @AttributeDefinition(
            name = "Connections",
            description = "How many connections there are at once, over all servers.")
    int max_connections() default 16;

    /** How many single writes at once. */
    @AttributeDefinition(
            name = "Concurrent writes",
            description = "How many writes of a batch are sent at once to a server that knows no batches.")
    int concurrent_writes() default 8;
}
