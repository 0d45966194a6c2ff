/** HTTPS, TLS identity to Caller, the wire. */
@Export
@Version("1.0.0")
package org.orcacomet.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
