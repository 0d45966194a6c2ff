package org.orcacomet.it;

import java.nio.file.Path;

/** What the build has made, and the tests start. */
final class Built {
    static final Path SERVER = path("comet.server");
    static final Path EXTENSION = path("orca.extension");
    static final Path PACKAGES = path("orca.packages");
    static final Path JAVA8_SIGNATURE = path("java8.signature");

    private Built() {}

    private static Path path(String property) {
        return Path.of(System.getProperty(property)).toAbsolutePath().normalize();
    }
}
