package org.orcacomet.orca.logging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.felix.ContainerSettings;
import org.orcacomet.felix.FelixContainer;
import org.orcacomet.orca.logging.internal.bundle.Talkative;
import org.orcacomet.orca.spi.LogSink;

/** The bundle in Felix, with bundles that were made for SLF4J 1.7 and for 2.0. */
class LoggingComponentTest {
    private static final String LOGGER = Talkative.class.getName();

    private final RecordingSink sink = new RecordingSink(LogSink.Level.INFO);

    @TempDir
    Path folder;

    @BeforeEach
    void arrange() throws Exception {
        Path bundles = Files.createDirectories(folder.resolve("bundles"));
        zip(place(SinkLoggers.class), bundles.resolve("1-orca-logging.jar"));
        Files.copy(place(Class.forName("org.apache.felix.log.Activator")), bundles.resolve("2-felix-log.jar"));
        talkative(bundles.resolve("3-new.jar"), "2.0.0", "[2.0,3)");
        talkative(bundles.resolve("3-old.jar"), "1.7.0", "[1.7,2)");
    }

    private static Path place(Class<?> type) throws URISyntaxException {
        return Paths.get(
                type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** The classes as the bundle will have them; a test comes before the jar. */
    private static void zip(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                InputStream in = Files.newInputStream(classes.resolve("META-INF/MANIFEST.MF"));
                JarOutputStream entries = new JarOutputStream(out, new Manifest(in));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
                String name = classes.relativize(file).toString();
                if (!name.endsWith("MANIFEST.MF")) {
                    entries.putNextEntry(new ZipEntry(name));
                    Files.copy(file, entries);
                }
            }
        }
    }

    private static void talkative(Path jar, String version, String slf4j) throws Exception {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.putValue("Manifest-Version", "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "talkative");
        headers.putValue("Bundle-Version", version);
        headers.putValue("Bundle-Activator", LOGGER);
        headers.putValue(
                "Import-Package", "org.osgi.framework, org.osgi.service.log, org.slf4j;version=\"" + slf4j + "\"");
        String name = LOGGER.replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out, manifest)) {
            entries.putNextEntry(new ZipEntry(name));
            Files.copy(place(Talkative.class).resolve(name), entries);
        }
    }

    private FelixContainer start() throws Exception {
        ContainerSettings settings = ContainerSettings.of(folder, folder.resolve("bundles"))
                .sharing(Collections.singletonMap("org.orcacomet.orca.spi", "1.0.0"));
        return FelixContainer.start(settings, context -> context.registerService(LogSink.class, sink, null));
    }

    @Test
    void log_ofBundlesForBothVersionsComesOutInTheHosts() throws Exception {
        try (FelixContainer felix = start()) {
            assertThat(felix.inactive()).isEmpty();
        }
        assertThat(sink.lines())
                .contains("WARN " + LOGGER + ": 2.0.0 has trouble", "WARN " + LOGGER + ": 1.7.0 has trouble");
        assertThat(sink.failures()).extracting(Throwable::getMessage).contains("2.0.0", "1.7.0");
    }

    @Test
    void log_ofOsgisOwnLogServiceComesOutToo() throws Exception {
        try (FelixContainer felix = start()) {
            await().untilAsserted(() ->
                    assertThat(sink.lines()).contains("ERROR osgi.1.7.0: here too", "ERROR osgi.2.0.0: here too"));
        }
    }

    @Test
    void log_atTheStopComesOutToo() throws Exception {
        start().close();
        List<String> lines = sink.lines();
        assertThat(lines).contains("INFO " + LOGGER + ": 2.0.0 stops", "INFO " + LOGGER + ": 1.7.0 stops");
    }
}
