/** The servers that are measured, and the light clients that speak to them. */
package org.orcacomet.benchmarks.peer;
