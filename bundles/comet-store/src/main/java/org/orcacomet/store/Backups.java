package org.orcacomet.store;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The backups of a store, made and restored while it is used. One thing at a time is done with them: whoever comes
 * meanwhile is refused. Safe for use by many threads, and each call may take long.
 */
@ProviderType
public interface Backups {
    /**
     * Makes a backup of one moment. When this returns it survives a power failure; if it throws, nothing is there.
     *
     * @throws BackupRefused if it cannot be made; the message is one sentence for the operator
     */
    Backup make() throws BackupRefused;

    /**
     * All that are whole, the oldest first. What they hold is not read.
     *
     * @throws BackupRefused if they cannot be listed; the message is one sentence for the operator
     */
    List<Backup> list() throws BackupRefused;

    /**
     * Has a backup take the place of all that is in the store. Calls of the store are answered until then, and what
     * they changed is gone; for a moment they are refused. Whatever happens, one of the two is there as a whole.
     *
     * @throws BackupRefused if it cannot be restored, and nothing is changed; the message is one sentence for the
     *     operator
     */
    RestoredBackup restore(String name) throws BackupRefused;
}
