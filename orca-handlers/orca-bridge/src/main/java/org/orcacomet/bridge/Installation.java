package org.orcacomet.bridge;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the package was unpacked: {@code bundles/framework} runs Felix, the folders beside it are its bundles. */
public final class Installation {
    private static final String FRAMEWORK = "framework";

    private final Path bundles;

    private Installation(Path bundles) {
        this.bundles = bundles;
    }

    /** The package that this class was loaded from: its jar is in {@code lib}, beside which is {@code bundles}. */
    public static Installation here() {
        try {
            Path jar = Paths.get(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return at(jar.resolveSibling("..").resolve("bundles").normalize());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A folder of bundles that is elsewhere. */
    public static Installation at(Path bundles) {
        return new Installation(bundles);
    }

    Path framework() {
        return bundles.resolve(FRAMEWORK);
    }

    /** The bundles' folders, in the order in which they start. */
    List<String> folders() throws IOException {
        try (Stream<Path> folders = Files.list(bundles)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.endsWith(FRAMEWORK))
                    .sorted()
                    .map(Path::toString)
                    .collect(Collectors.toList());
        }
    }
}
