/** The benchmark's command line. */
package org.orcacomet.benchmarks;
