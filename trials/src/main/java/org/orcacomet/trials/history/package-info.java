/** {@code ./comet history-check}: whether what callers saw, under faults, can be told as one call after the other. */
package org.orcacomet.trials.history;
