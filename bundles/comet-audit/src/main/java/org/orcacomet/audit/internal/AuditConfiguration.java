package org.orcacomet.audit.internal;

import org.orcacomet.audit.AuditSettings;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration of the audit, PID {@code org.orcacomet.audit}. */
@ObjectClassDefinition(
        name = "Orca-COMET: audit",
        description = "Where a line is written for each change. A change of this closes the audit and opens it anew.")
@interface AuditConfiguration {
    @AttributeDefinition(
            name = "Folder",
            description = "Where the files are. It is made if it is not there, with mode 700; one service's alone.")
    String folder() default "";

    @AttributeDefinition(
            name = "Size of a file (bytes)",
            description = "From which size on a file is put aside as audit-N.log, and the next one begun.")
    long file_max_bytes() default AuditSettings.FILE_MAX_BYTES;

    @AttributeDefinition(
            name = "Files that are kept",
            description =
                    "How many of the files that were put aside are kept; older ones are deleted. 0: all are kept.")
    int files_kept() default 0;

    @AttributeDefinition(
            name = "Reserve (bytes)",
            description = "How many bytes of the disk are kept, so that changes which are under way when it is full"
                    + " get their lines. No call may need more.")
    long reserve_bytes() default AuditSettings.RESERVE_BYTES;
}
