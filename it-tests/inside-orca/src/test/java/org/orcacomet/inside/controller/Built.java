package org.orcacomet.inside.controller;

import java.nio.file.Path;
import java.nio.file.Paths;

/** What the build has made, and the tests start. */
final class Built {
    static final Path SERVER = path("comet.server");
    static final Path CONTROLLER = path("orca.packages").resolve("orca-comet-controller.tar.gz");
    static final Path CONTAINER = path("orca.container");

    private Built() {}

    private static Path path(String property) {
        return Paths.get(System.getProperty(property)).toAbsolutePath().normalize();
    }
}
