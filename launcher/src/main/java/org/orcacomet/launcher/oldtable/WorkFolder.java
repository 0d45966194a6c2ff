package org.orcacomet.launcher.oldtable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder that nobody else may read, and that goes with all that is in it. */
final class WorkFolder implements AutoCloseable {
    private final Path folder;

    WorkFolder() throws IOException {
        this.folder = Files.createTempDirectory("comet-old-table-");
    }

    Path path() {
        return folder;
    }

    Path export() {
        return folder.resolve("export");
    }

    OutputStream newExport() throws IOException {
        return Files.newOutputStream(export());
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> inside = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : inside) {
                Files.deleteIfExists(file);
            }
        }
    }
}
