/** Ant tasks for ORCA's handlers, over {@link org.orcacomet.orca.spi.Plugin}; nothing is null but what Ant did not set. */
package org.orcacomet.tasks;
