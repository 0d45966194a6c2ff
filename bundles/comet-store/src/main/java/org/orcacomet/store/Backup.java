package org.orcacomet.store;

import java.time.Instant;

/**
 * A backup of a store, as it was at one moment.
 *
 * @param name under which it is restored
 * @param created when it was made, to the millisecond
 * @param files how many files it has
 * @param bytes how many bytes these have
 */
public record Backup(String name, Instant created, int files, long bytes) {}
