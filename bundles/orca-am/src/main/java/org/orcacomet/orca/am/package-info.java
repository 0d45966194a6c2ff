/** What happens to COMET when a sliver joins, is modified, leaves. Everything is non-null. */
@Export
@Version("1.0.0")
package org.orcacomet.orca.am;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
