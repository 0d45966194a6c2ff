/** What the server counts, and how Prometheus is told of it. Nothing here is ever null. */
package org.orcacomet.http.internal.metrics;
