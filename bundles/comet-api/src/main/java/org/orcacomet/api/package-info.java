/**
 * The port to COMET: the calls, and the typed names, tokens, revisions and errors that they speak in.
 *
 * <p>Nothing here is ever null, neither what is passed nor what is returned; what may be missing is an
 * {@link java.util.Optional} or an empty collection. All types are immutable, and safe for use by many threads.
 */
@Export
@Version("1.0.0")
package org.orcacomet.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
