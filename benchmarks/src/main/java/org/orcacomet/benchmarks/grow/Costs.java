package org.orcacomet.benchmarks.grow;

/** What data takes: memory once the service is ready and after it was asked, and megabytes of disk. */
record Costs(Memory ready, Memory asked, double disk) {}
