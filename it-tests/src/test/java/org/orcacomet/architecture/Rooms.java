package org.orcacomet.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The main classes of all bundles, read from where the build put them. */
final class Rooms {
    static final JavaClasses CLASSES = new ClassFileImporter().importPaths(folders());

    private Rooms() {}

    private static List<Path> folders() {
        try (Stream<Path> bundles = Files.list(Path.of("..", "bundles"))) {
            return bundles.map(bundle -> bundle.resolve("target/classes/org/orcacomet"))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
