/** What the service costs as its data grows. */
package org.orcacomet.benchmarks.grow;
