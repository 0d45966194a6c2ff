package org.orcacomet.inside;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a store has, of whatever context and token, read from a copy of it. Who reads is a process on the service's Java,
 * one for all tests of this JVM; it ends with it, as its input does.
 */
final class Census {
    /** How often a store is copied: a copy of one that is written to meanwhile may not open. */
    private static final int COPIES = 5;

    private static final String JARS = Stream.of(
                    "stores/rocksdb", "bundle/4-comet", "bundle/3-libraries", "bundle/1-logging", "lib")
            .map(folder -> Built.SERVER.resolve(folder) + "/*")
            .collect(Collectors.joining(":"));
    private static final List<Census> READER = new ArrayList<>();

    private final PrintWriter folders;
    private final BufferedReader answers;

    private Census(Process process) {
        this.folders = new PrintWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8), true);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** The scopes of the service with this data folder, which may be running. */
    static List<String> of(Path data) throws IOException {
        for (int copies = 1; copies < COPIES; copies++) {
            try {
                return once(data);
            } catch (IOException | UncheckedIOException changing) {
                continue; // with a copy of a later moment
            }
        }
        return once(data);
    }

    private static List<String> once(Path data) throws IOException {
        Path copy = Files.createTempDirectory(data, "census");
        try {
            copy(data.resolve("store"), copy);
            return reader().read(copy);
        } finally {
            remove(copy);
        }
    }

    private static Census reader() throws IOException {
        synchronized (READER) {
            if (READER.isEmpty()) {
                READER.add(new Census(start()));
            }
            return READER.get(0);
        }
    }

    private static Process start() throws IOException {
        return new ProcessBuilder(
                        Built.SERVER_JAVA.resolve("bin/java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        JARS,
                        Built.CENSUS.toString())
                .redirectError(Redirect.INHERIT)
                .start();
    }

    private synchronized List<String> read(Path folder) throws IOException {
        folders.println(folder);
        List<String> scopes = new ArrayList<>();
        String line = answers.readLine();
        while (line != null && !line.isEmpty()) {
            scopes.add(line);
            line = answers.readLine();
        }
        if (line == null || scopes.stream().anyMatch(scope -> scope.startsWith("error "))) {
            throw new IOException("the store cannot be read: " + scopes);
        }
        return scopes;
    }

    private static void copy(Path from, Path into) throws IOException {
        for (Path path : below(from)) {
            Path to = into.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(to);
            } else {
                Files.copy(path, to);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> paths = below(folder);
        paths.sort(Comparator.reverseOrder());
        for (Path path : paths) {
            Files.delete(path);
        }
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.collect(Collectors.toList());
        }
    }
}
