/** COMET over HTTPS: failover, time-outs, today's servers and ours. */
@Export
@Version("1.0.0")
package org.orcacomet.client;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
