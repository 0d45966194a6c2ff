/** What administrators ask of a service, and do to it. Nothing here is null. */
@Export
@Version("1.0.0")
package org.orcacomet.service.admin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
