/** The embedded durable store, on RocksDB. */
@Export
@Version("1.0.0")
package org.orcacomet.store.rocksdb;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
