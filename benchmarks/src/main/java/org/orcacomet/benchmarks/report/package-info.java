/** What was measured, in tables. */
package org.orcacomet.benchmarks.report;
