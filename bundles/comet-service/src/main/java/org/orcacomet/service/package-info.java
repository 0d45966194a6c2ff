/** COMET itself: authorization, ageing, tombstones. */
@Export
@Version("1.0.0")
package org.orcacomet.service;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
