package org.orcacomet.service;

/** Looks at one thing that COMET needs. Safe for use by many threads, and quick: it is asked by load balancers. */
@FunctionalInterface
public interface Check {
    /** How it is now. It fails by what it finds, and throws nothing. */
    Finding look();
}
