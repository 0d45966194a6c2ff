/** Servers that speak HTTP/1.1: the service, and Jetty alone. */
package org.orcacomet.benchmarks.http;
