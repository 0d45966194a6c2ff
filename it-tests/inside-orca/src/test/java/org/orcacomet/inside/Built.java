package org.orcacomet.inside;

import java.nio.file.Path;
import java.nio.file.Paths;

/** What the build made before, and the JVMs to run it on. */
final class Built {
    static final Path SERVER = path("comet.server");
    static final Path SERVER_JAVA = path("comet.java.home");
    static final Path CENSUS = path("census");
    static final Path PACKAGE = path("orca.packages").resolve("orca-comet.tar.gz");
    static final Path DESCRIPTOR = path("orca.packages").resolve("orca-comet-plugin.tar.gz");
    static final Path ORCA = path("orca.container");

    private Built() {}

    private static Path path(String property) {
        return Paths.get(System.getProperty(property)).toAbsolutePath().normalize();
    }

    /** The JVM that the test itself runs on. */
    static Path java() {
        return Paths.get(System.getProperty("java.home"), "bin", "java");
    }
}
