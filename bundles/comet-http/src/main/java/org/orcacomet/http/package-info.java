/**
 * COMET over HTTPS: the server, what it is set up with, and where it listens. Nothing here is ever null.
 */
@Export
@Version("1.0.0")
package org.orcacomet.http;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
