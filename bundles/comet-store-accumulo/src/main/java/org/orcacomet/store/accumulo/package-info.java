/** The store on Apache Accumulo, which any number of head nodes share. */
@Export
@Version("1.0.0")
package org.orcacomet.store.accumulo;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
