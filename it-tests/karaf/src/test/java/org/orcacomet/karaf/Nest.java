package org.orcacomet.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A class, and the others in its package. */
final class Nest {
    private Nest() {}

    static List<Class<?>> of(Class<?> first) throws IOException {
        Path root = Path.of(
                first.getProtectionDomain().getCodeSource().getLocation().getPath());
        List<Class<?>> all = new ArrayList<>(List.of(first));
        try (Stream<Path> files = Files.list(root.resolve(first.getPackageName().replace('.', '/')))) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals(first.getSimpleName() + ".class"))
                    .filter(name -> !name.startsWith("package-info"))
                    .map(name -> loaded(first, first.getPackageName() + "." + name.replace(".class", "")))
                    .forEach(all::add);
        }
        return all;
    }

    private static Class<?> loaded(Class<?> first, String name) {
        try {
            return Class.forName(name, false, first.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
