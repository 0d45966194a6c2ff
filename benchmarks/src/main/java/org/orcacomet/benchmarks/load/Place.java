package org.orcacomet.benchmarks.load;

/** Where a value is: the scope of a virtual machine in its slice. */
public record Place(String slice, String machine) {}
