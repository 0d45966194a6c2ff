/** {@code ./comet log-scan}: whether a secret is where none may be. */
package org.orcacomet.trials.scan;
