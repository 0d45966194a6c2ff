package org.orcacomet.felix.host;

/** The one type that the tests' host and their bundle share. */
public interface Greeter {
    /** Some text. */
    String greet();
}
