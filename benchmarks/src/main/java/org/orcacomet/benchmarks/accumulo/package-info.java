/** The store on Accumulo beside Accumulo's own client doing the same, and one to three head nodes. */
package org.orcacomet.benchmarks.accumulo;
