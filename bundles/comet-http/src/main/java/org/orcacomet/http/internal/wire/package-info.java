/** The wire contract: calls in, answers out, refusals and Jetty's own errors in the same envelope. */
package org.orcacomet.http.internal.wire;
