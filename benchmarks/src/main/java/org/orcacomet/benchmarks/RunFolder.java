package org.orcacomet.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a run has its servers' data and logs; gone with the run, unless it is to be kept. */
record RunFolder(Path path, boolean kept) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        if (kept) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        }
    }
}
