package org.orcacomet.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the tests' logger has written, as simplelogger.properties says. */
final class TestLog {
    private static final Path FILE = Path.of("target/test.log");
    private static final Logger LOG = LoggerFactory.getLogger(TestLog.class);

    private TestLog() {}

    /** What is there now. The logger empties the file when it begins, and so it has begun. */
    static String now() throws IOException {
        LOG.info("a test begins");
        return Files.readString(FILE);
    }

    /** What came after this. */
    static String since(String before) throws IOException {
        return Files.readString(FILE).substring(before.length());
    }

    /** How many errors that name this file or folder came after this: other tests run beside this one. */
    static long errorsSince(String before, Path named) throws IOException {
        return since(before)
                .lines()
                .filter(line -> line.contains(" ERROR ") && line.contains(named.toString()))
                .count();
    }
}
