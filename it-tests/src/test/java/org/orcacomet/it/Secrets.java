package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Looks for texts in all files below some places, whatever the files are. */
final class Secrets {
    private Secrets() {}

    static void assertNowhere(Collection<String> secrets, Path... places) throws IOException {
        assertThat(places).allSatisfy(place -> assertThat(files(place)).isNotEmpty());
        for (Path place : places) {
            for (Path file : files(place)) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertThat(secrets.stream().filter(content::contains).count())
                        .as("secrets in %s", file)
                        .isZero();
            }
        }
    }

    static List<Path> files(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
