package org.orcacomet.orca.am.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration of PID {@code org.orcacomet.orca.am}. */
@ObjectClassDefinition(
        name = "Orca-COMET on the aggregate manager",
        description = "How long what ORCA's handler asks for may take")
@interface SliverConfiguration {
    @AttributeDefinition(
            description = "Milliseconds after which a join fails if COMET has not taken the families; over 0")
    long join_timeout_ms() default 10_000;

    @AttributeDefinition(description = "Milliseconds after which a modify begins no further attempt; over 0")
    long modify_timeout_ms() default 10_000;

    @AttributeDefinition(
            description = "Milliseconds that a leave waits for its deletes; what is left happens in the background")
    long leave_timeout_ms() default 2_000;
}
