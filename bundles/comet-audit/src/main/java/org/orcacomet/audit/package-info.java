/** A line for each change, in files of its own, each with the hash of the one before. Nothing here is null. */
@Export
@Version("1.0.0")
package org.orcacomet.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
