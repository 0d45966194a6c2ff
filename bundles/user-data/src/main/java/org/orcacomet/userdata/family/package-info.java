/**
 * The seven families as typed values, and their one codec. Everything is non-null, immutable and safe for use by many
 * threads.
 */
@Export
@Version("1.0.0")
package org.orcacomet.userdata.family;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
