/** Exports and imports of all scopes, through the service that has them. */
package org.orcacomet.launcher.transfer;
