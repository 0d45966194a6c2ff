/** SLF4J for the bundles in ORCA's JVM, which writes to the host's {@link org.orcacomet.orca.spi.LogSink}. */
package org.orcacomet.orca.logging.internal;
