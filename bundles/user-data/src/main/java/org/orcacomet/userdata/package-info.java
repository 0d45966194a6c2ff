/** The [global] section of an instance's user data, and the ini file from before COMET. Pure functions, no I/O. */
@Export
@Version("1.0.0")
package org.orcacomet.userdata;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
