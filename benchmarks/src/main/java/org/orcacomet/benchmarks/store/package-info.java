/** The store without a service before it, beside what the disk and RocksDB can do at best. */
package org.orcacomet.benchmarks.store;
