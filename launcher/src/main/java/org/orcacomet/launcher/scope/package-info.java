/** The commands for scopes, by hand: what today's Python client does, and with its input files. */
package org.orcacomet.launcher.scope;
