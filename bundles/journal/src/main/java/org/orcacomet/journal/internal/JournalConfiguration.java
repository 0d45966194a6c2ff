package org.orcacomet.journal.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration of PID {@code org.orcacomet.journal}. */
@ObjectClassDefinition(
        name = "Orca-COMET journal",
        description = "Where what is owed to COMET is kept, and how it is paid")
@interface JournalConfiguration {
    @AttributeDefinition(
            description = "Folder of the journal, of this process alone; it holds tokens, and is made with mode 700")
    String dir() default "";

    @AttributeDefinition(description = "Milliseconds to wait after a first failure; doubled with each further one")
    long backoff_min_ms() default 500;

    @AttributeDefinition(
            description = "Longest wait in milliseconds, and the time between two attempts at what COMET refuses")
    long backoff_max_ms() default 60_000;

    @AttributeDefinition(description = "How many slices are paid at once")
    int concurrency() default 4;
}
