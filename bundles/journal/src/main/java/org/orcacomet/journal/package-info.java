/**
 * What is owed to COMET and must survive a crash.
 *
 * <p>Nothing here is ever null, neither what is passed nor what is returned; what may be missing is an
 * {@link java.util.Optional} or an empty collection.
 */
@Export
@Version("1.0.0")
package org.orcacomet.journal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
