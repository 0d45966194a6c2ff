/** What is owed to COMET and must survive a crash. */
@Export
@Version("1.0.0")
package org.orcacomet.journal;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
