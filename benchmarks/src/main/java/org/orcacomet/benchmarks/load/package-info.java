/** Load on a server: what is asked, over how many connections, and what came of it. */
package org.orcacomet.benchmarks.load;
