/** What ORCA tells us and what we answer; java.* types only. */
@Export
@Version("1.0.0")
package org.orcacomet.orca.spi;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
