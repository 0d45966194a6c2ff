package org.orcacomet.benchmarks.report;

import org.orcacomet.benchmarks.load.Operation;

/** An operation, over so many connections at once. */
public record Cell(Operation operation, int connections) {}
