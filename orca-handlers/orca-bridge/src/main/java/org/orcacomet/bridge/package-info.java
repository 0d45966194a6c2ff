/** The plugin inside ORCA's JVM: an embedded Felix behind a class loader of its own. Nothing here is null. */
package org.orcacomet.bridge;
