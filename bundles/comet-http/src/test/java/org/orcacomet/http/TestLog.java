package org.orcacomet.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the tests' logger has written, as simplelogger.properties says. */
final class TestLog {
    static final Path FILE = Path.of("target/test.log");

    private TestLog() {}

    /** What came after this. */
    static String since(String before) throws IOException {
        return Files.readString(FILE).substring(before.length());
    }

    /** How many errors came after this. */
    static long errorsSince(String before) throws IOException {
        return since(before).lines().filter(line -> line.contains(" ERROR ")).count();
    }
}
