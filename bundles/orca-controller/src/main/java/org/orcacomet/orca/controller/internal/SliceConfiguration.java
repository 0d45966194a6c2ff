package org.orcacomet.orca.controller.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration of PID {@code org.orcacomet.orca}; ORCA's own names. */
@ObjectClassDefinition(name = "Orca-COMET slices", description = "What ORCA's controller writes to COMET for a slice")
@interface SliceConfiguration {
    @AttributeDefinition(description = "Whether the VMs of a slice share their public keys (family pubkeysall)")
    boolean orca_comet_pubkeys_enabled() default false;

    @AttributeDefinition(description = "Whether the VMs of a slice share their host names (family hostsall)")
    boolean orca_comet_hosts_enabled() default false;

    @AttributeDefinition(description = "As for the client; read here only to know whether COMET is on, off or half set")
    String comethost() default "";

    @AttributeDefinition(description = "As for the client; read here only to know whether COMET is on, off or half set")
    String comet_cacert() default "";

    @AttributeDefinition(description = "As for the client; read here only to know whether COMET is on, off or half set")
    String comet_clientkeystore() default "";

    @AttributeDefinition(description = "As for the client; read here only to know whether COMET is on, off or half set")
    String comet_clientcert() default "";

    @AttributeDefinition(description = "As for the client; read here only to know whether COMET is on, off or half set")
    String comet_clientkey() default "";
}
