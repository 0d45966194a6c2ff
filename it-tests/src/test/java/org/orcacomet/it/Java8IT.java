package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.codehaus.mojo.animal_sniffer.SignatureChecker;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every class of every jar in the packages for ORCA, as they are shipped: ours, and all others'. */
class Java8IT {
    private static final int JAVA_8 = 52;

    /** Not in the signature, which is that of the first Java 8; its updates since 8u272 have them. HttpClient uses them. */
    private static final List<String> ADDED_BY_UPDATES = List.of(
            "javax.net.ssl.SSLParameters.setApplicationProtocols(String[])",
            "javax.net.ssl.SSLEngine.getApplicationProtocol()",
            "jdk.net.Sockets.",
            "jdk.net.ExtendedSocketOptions.TCP_KEEP");

    private static final int MAGIC = 0xCAFEBABE;

    @TempDir
    static Path unpacked;

    static Stream<Path> jars() throws IOException, InterruptedException {
        for (String archive : List.of("orca-comet", "orca-comet-controller")) {
            unpack(Built.PACKAGES.resolve(archive + ".tar.gz"), Files.createDirectories(unpacked.resolve(archive)));
        }
        try (Stream<Path> files = Files.walk(unpacked)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList().stream();
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException, InterruptedException {
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", folder.toString())
                .inheritIO()
                .start();
        assertThat(tar.waitFor()).as(archive.toString()).isZero();
    }

    private static List<JarEntry> classes(JarFile jar) {
        return jar.stream()
                .filter(entry -> entry.getName().endsWith(".class"))
                .filter(entry -> !entry.getName().startsWith("META-INF/versions/"))
                .filter(entry -> !entry.getName().endsWith("module-info.class"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("jars")
    void classes_haveAVersionThatJava8Loads(Path path) throws IOException {
        List<String> newer = new ArrayList<>();
        try (JarFile jar = new JarFile(path.toFile())) {
            for (JarEntry entry : classes(jar)) {
                if (version(jar, entry) > JAVA_8) {
                    newer.add(entry.getName());
                }
            }
        }
        assertThat(newer).isEmpty();
    }

    private static int version(JarFile jar, JarEntry entry) throws IOException {
        try (DataInputStream header = new DataInputStream(jar.getInputStream(entry))) {
            assertThat(header.readInt()).as(entry.getName()).isEqualTo(MAGIC);
            header.readUnsignedShort();
            return header.readUnsignedShort();
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void classes_areNoneOfOrcas(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            assertThat(jar.stream().map(JarEntry::getName)).noneMatch(name -> name.startsWith("orca/"));
        }
    }

    @ParameterizedTest
    @MethodSource("jars")
    void classes_callNothingOfTheJdkThatJava8HasNot(Path path) throws IOException {
        Breaches breaches = new Breaches();
        try (InputStream signature = Files.newInputStream(Built.JAVA8_SIGNATURE);
                JarFile jar = new JarFile(path.toFile())) {
            Sniffer sniffer = new Sniffer(signature, breaches);
            for (JarEntry entry : classes(jar)) {
                sniffer.look(jar, entry);
            }
        }
        assertThat(breaches.found())
                .filteredOn(breach -> ADDED_BY_UPDATES.stream().noneMatch(breach::contains))
                .isEmpty();
    }

    /** Looks at what is the JDK's: packages that bundles have from each other are the resolver's matter. */
    private static final class Sniffer extends SignatureChecker {
        Sniffer(InputStream signature, Breaches breaches) throws IOException {
            super(signature, ignored(), breaches);
            setSourcePath(List.of());
        }

        private static Set<String> ignored() {
            return new HashSet<>(
                    Set.of("org.*", "orca.*", "com.fasterxml.*", "com.aayushatharva.*", "com.github.luben.*"));
        }

        void look(JarFile jar, JarEntry entry) throws IOException {
            try (InputStream in = jar.getInputStream(entry)) {
                process(entry.getName(), in);
            }
        }
    }
}
