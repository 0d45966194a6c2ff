/** What happens to COMET when a slice is created, modified, deleted. */
@Export
@Version("1.0.0")
package org.orcacomet.orca.controller;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
