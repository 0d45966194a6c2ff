package org.orcacomet.service.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration of the service, PID {@code org.orcacomet.service}. */
@ObjectClassDefinition(
        name = "Orca-COMET: service",
        description = "Who may do what, and how long scopes live. May be changed while the service runs.")
@interface ServiceConfiguration {
    @AttributeDefinition(
            name = "Expiry of scopes (ms)",
            description = "A scope that nobody reads or writes for twice this long is gone. 0: never.")
    long record_expire_ms() default 0;

    @AttributeDefinition(
            name = "Keeping of tombstones (ms)",
            description =
                    "How long a reader is told that a scope was deleted, and creating it again may take any tokens.")
    long tombstone_keep_ms() default 7L * 24 * 60 * 60 * 1000;

    @AttributeDefinition(
            name = "Check of token strength",
            description = "Whether the tokens of a new scope must obey COMET's rules. Off for old clients only.")
    boolean token_strength_check() default true;

    @AttributeDefinition(
            name = "Check of certificates",
            description = "Whether creating and deleting take a trusted certificate. Off lets anyone do both.")
    boolean certificate_check() default true;

    @AttributeDefinition(
            name = "Creator may rekey",
            description =
                    "Whether the trusted caller whose certificate key created a scope may write it with new tokens.")
    boolean creator_rekeys() default false;

    @AttributeDefinition(
            name = "Trusted subjects",
            description =
                    "The certificate subjects to trust, such as CN=am,O=site, one in each element. Empty: all that"
                            + " chain to a trust root; set it if a root is a public CA.")
    String[] trusted_subjects() default {};

    @AttributeDefinition(
            name = "Administrators' subjects",
            description =
                    "The certificate subjects whose holders, if they are trusted, may export and import all scopes"
                            + " and see and purge contexts, such as CN=backup,O=site, one in each element. Empty: nobody.")
    String[] admin_subjects() default {};

    @AttributeDefinition(
            name = "Limit of a value (bytes)",
            description = "How many bytes of UTF-8 the value of a scope may take.")
    int value_max_bytes() default 1 << 20;

    @AttributeDefinition(
            name = "Disk space to warn of (bytes)",
            description = "How many bytes must be free where the scopes are kept; /health warns of less.")
    long disk_warn_bytes() default 1L << 30;
}
