/** How the journal keeps and pays. Locks: {@link Accounts} is the one monitor; what it holds is guarded by it. */
package org.orcacomet.journal.internal;
