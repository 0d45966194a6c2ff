/** Backups of a running service's store, and bringing one back. */
package org.orcacomet.launcher.backup;
