package org.orcacomet.inside;

import java.nio.file.Path;
import java.nio.file.Paths;

/** What the build has made, and the tests start. */
final class Built {
    static final Path SERVER = path("comet.server");
    static final Path SERVER_JAVA = path("comet.java.home");
    static final Path PACKAGE = path("orca.extension").resolve("orca-comet.tar.gz");
    static final Path DESCRIPTOR = path("orca.extension").resolve("orca-comet-plugin.tar.gz");
    static final Path ORCA = path("orca.container");

    private Built() {}

    private static Path path(String property) {
        return Paths.get(System.getProperty(property)).toAbsolutePath().normalize();
    }
}
