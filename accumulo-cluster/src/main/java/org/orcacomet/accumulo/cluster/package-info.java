/**
 * A small Accumulo as a process of its own. {@link org.orcacomet.accumulo.cluster.AccumuloCluster} is what others use; it
 * needs Java alone.
 */
package org.orcacomet.accumulo.cluster;
