/**
 * The table of today's server, read and turned into an export of ours.
 *
 * <p>Nothing here is ever null. Whatever a cell holds, it becomes a record or a line that says why not; neither the line
 * nor any message shows a token or a value.
 */
package org.orcacomet.store.accumulo.oldtable;
