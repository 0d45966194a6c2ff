package org.orcacomet.store.rocksdb.internal;

import org.orcacomet.store.rocksdb.BackupSettings;
import org.orcacomet.store.rocksdb.RocksDbScopeStore;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The configuration of the component, PID {@code org.orcacomet.store.rocksdb}. */
@ObjectClassDefinition(
        name = "Orca-COMET: embedded store",
        description = "Keeps the scopes in a folder of this machine. A change opens the store anew.")
@interface RocksDbConfiguration {
    @AttributeDefinition(
            name = "Folder",
            description =
                    "Where the store is. It is made if it is not there, with mode 700, and must be empty or a store.")
    String dir() default "";

    @AttributeDefinition(
            name = "Listings in the heap (bytes)",
            description = "How many bytes of the contexts that were enumerated lately are kept in the heap. 0: none.")
    long listings_max_bytes() default RocksDbScopeStore.LISTINGS_MAX_BYTES;

    @AttributeDefinition(
            name = "Folder of the backups",
            description = "Where backups are made, with mode 700: another disk than the store's outlives it."
                    + " Empty: backups, beside the store.")
    String backup_folder() default "";

    @AttributeDefinition(
            name = "Backups to keep",
            description = "How many backups are kept: the oldest are removed once there is a new one.")
    int backup_keep() default BackupSettings.KEEP;
}
