package org.orcacomet.inside;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.List;

/** What the build made before, and the JVMs to run it on. */
final class Built {
    static final Path SERVER = path("comet.server");
    static final Path SERVER_JAVA = path("comet.java.home");
    static final Path CENSUS = path("census");
    /** The package as its archive has it, unpacked. */
    static final Path TREE = path("orca.package");

    static final Path PACKAGE = path("orca.packages").resolve("orca-comet.tar.gz");
    static final Path DESCRIPTOR = path("orca.packages").resolve("orca-comet-plugin.tar.gz");
    static final Path CONTROLLER = path("orca.packages").resolve("orca-comet-controller.tar.gz");
    static final Path ORCA = path("orca.container");

    /** For a process that lives for seconds: what it saves is most of what a start takes. */
    private static final String[] BRIEF = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"};

    private Built() {}

    private static Path path(String property) {
        return Paths.get(System.getProperty(property)).toAbsolutePath().normalize();
    }

    /** The JVM's options for a process that is killed soon. */
    static List<String> brief() {
        return Arrays.asList(BRIEF);
    }

    /** The JVM that the test itself runs on. */
    static Path java() {
        return Paths.get(System.getProperty("java.home"), "bin", "java");
    }
}
