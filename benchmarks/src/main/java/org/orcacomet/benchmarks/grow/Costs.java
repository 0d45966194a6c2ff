package org.orcacomet.benchmarks.grow;

/** What data takes: MiB of memory once the service is ready and after it was asked, and MB of disk. */
record Costs(long ready, long asked, double disk) {}
