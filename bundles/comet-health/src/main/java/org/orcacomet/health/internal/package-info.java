/** The service's report as Felix health checks. Nothing here is ever null. */
package org.orcacomet.health.internal;
