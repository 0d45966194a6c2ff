/** Why a call would be refused or not, for operators. Nothing here is null. */
@Export
@Version("1.0.0")
package org.orcacomet.service.explain;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
