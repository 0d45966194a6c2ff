/**
 * The port to a store of scopes, and the store that keeps them in memory.
 *
 * <p>Nothing here is ever null. All values are immutable. A store knows no caller and no rule: who may do what is
 * decided before it is called.
 */
@Export
@Version("1.0.0")
package org.orcacomet.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
