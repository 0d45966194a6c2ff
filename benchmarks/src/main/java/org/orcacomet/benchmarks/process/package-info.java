/** Processes that are measured, and connections to them. */
package org.orcacomet.benchmarks.process;
