/** The commands of a Gogo shell. */
package org.orcacomet.shell.internal;
