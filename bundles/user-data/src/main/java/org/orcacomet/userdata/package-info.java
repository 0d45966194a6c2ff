/** The [global] section, the seven families and the old ini file. Pure functions, no I/O. */
@Export
@Version("1.0.0")
package org.orcacomet.userdata;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
