/** The creation of a slice, by the plugin and by the client that ORCA had before. */
package org.orcacomet.benchmarks.slice;
