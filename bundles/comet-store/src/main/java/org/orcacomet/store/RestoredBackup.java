package org.orcacomet.store;

import java.nio.file.Path;

/**
 * A backup that has taken the place of what was there.
 *
 * @param backup the backup
 * @param former where what was there before is kept, until somebody removes it
 */
public record RestoredBackup(Backup backup, Path former) {}
