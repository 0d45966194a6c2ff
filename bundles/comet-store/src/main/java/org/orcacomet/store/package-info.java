/** The port to a store of scopes, its contract kit and the memory store. */
@Export
@Version("1.0.0")
package org.orcacomet.store;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
