/** Backups of the embedded store: how they are made, found whole, and brought back. */
package org.orcacomet.store.rocksdb.internal.backup;
