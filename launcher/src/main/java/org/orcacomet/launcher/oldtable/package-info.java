/** The import of a table of today's server: read by a bundle of the store on Accumulo, taken by a running service. */
package org.orcacomet.launcher.oldtable;
