/** What is on disk, and the component. */
package org.orcacomet.store.rocksdb.internal;
