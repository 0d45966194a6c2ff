package org.orcacomet.karaf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A bundle made of classes of the tests. */
final class OneBundle {
    private OneBundle() {}

    /** Writes the bundle into this folder; the first class starts it. */
    static Path write(Path folder, String name, String imports, List<Class<?>> classes) throws IOException {
        Path file = folder.resolve(name + ".jar");
        Path half = Files.createTempFile(folder.toAbsolutePath().getParent(), name, ".half");
        try (OutputStream out = Files.newOutputStream(half);
                JarOutputStream jar = new JarOutputStream(out, manifest(name, imports, classes.get(0)))) {
            for (Class<?> each : classes) {
                write(jar, each);
            }
        }
        return Files.move(half, file);
    }

    private static Manifest manifest(String name, String imports, Class<?> activator) {
        Manifest manifest = new Manifest();
        Attributes headers = manifest.getMainAttributes();
        headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", name);
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Bundle-Activator", activator.getName());
        headers.putValue("Import-Package", imports);
        return manifest;
    }

    private static void write(JarOutputStream jar, Class<?> each) throws IOException {
        String file = each.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(file));
        try (InputStream in = each.getClassLoader().getResourceAsStream(file)) {
            in.transferTo(jar);
        }
        jar.closeEntry();
    }
}
