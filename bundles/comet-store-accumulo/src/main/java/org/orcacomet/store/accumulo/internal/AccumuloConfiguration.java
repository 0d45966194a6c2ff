package org.orcacomet.store.accumulo.internal;

import org.orcacomet.store.accumulo.AccumuloSettings;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration of the component, PID {@code org.orcacomet.store.accumulo}. */
@ObjectClassDefinition(
        name = "Orca-COMET: store on Accumulo",
        description = "Keeps the scopes in a table of Apache Accumulo. A change opens the store anew.")
@interface AccumuloConfiguration {
    @AttributeDefinition(
            name = "ZooKeepers",
            description = "Accumulo's ZooKeepers, each with its port, and commas between them.")
    String zookeepers() default "";

    @AttributeDefinition(name = "Instance", description = "The name of Accumulo's instance.")
    String instance() default "";

    @AttributeDefinition(name = "User", description = "The Accumulo user who owns the table.")
    String user() default "";

    @AttributeDefinition(
            name = "Password",
            description = "The user's password. Exactly one of .password and password.file is to be set.",
            type = AttributeType.PASSWORD)
    String _password() default "";

    @AttributeDefinition(
            name = "File with the password",
            description = "A file that holds the user's password and nothing else, such as a credential of systemd's.")
    String password_file() default "";

    @AttributeDefinition(
            name = "Accumulo's client properties",
            description =
                    "A file with Accumulo's own client properties, for SASL or TLS; empty: none. Where it says how"
                            + " to log in, no password is needed.")
    String client_file() default "";

    @AttributeDefinition(
            name = "Table",
            description = "The table of the scopes. It is made if it is not there, and must have been made by this"
                    + " service.")
    String table() default AccumuloSettings.TABLE;

    @AttributeDefinition(
            name = "Tablets at first",
            description = "In how many tablets the table begins when it is made, from 1 to 256; several for each tablet"
                    + " server.")
    int splits() default AccumuloSettings.SPLITS;

    @AttributeDefinition(
            name = "Time of scopes in the filter (ms)",
            description =
                    "The tablet servers themselves drop a scope that nobody has touched for so long: at least twice"
                            + " the service's record.expire.ms. They must have our filter's jar. 0: never.")
    long ageing_filter_records_ms() default 0;

    @AttributeDefinition(
            name = "Time of tombstones in the filter (ms)",
            description = "The same for a tombstone: at least twice the service's tombstone.keep.ms. 0: never.")
    long ageing_filter_tombstones_ms() default 0;

    @AttributeDefinition(
            name = "Time-out (ms)",
            description = "How long a call waits for Accumulo before it is answered with 503; at least 100.")
    long call_timeout_ms() default AccumuloSettings.CALL_TIMEOUT_MS;

    @AttributeDefinition(name = "Calls at a time", description = "How many calls of Accumulo go on at the same time.")
    int calls_max() default AccumuloSettings.CALLS_MAX;
}
