package org.orcacomet.inside;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardCopyOption;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A package of a site, with a handler and tasks that were there before the plugin. */
final class StockPackage {
    private static final String TASKS = "stock/ec2.xml";

    private StockPackage() {}

    /** Makes the archive in this folder. */
    static Path write(Path folder) throws IOException, InterruptedException {
        Path tree = Files.createDirectories(folder.resolve("stock"));
        copy("package.xml", tree);
        copy("handlers/stock/handler.xml", tree);
        Files.createDirectories(tree.resolve("lib"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(tree.resolve("lib/stock.jar")))) {
            jar.putNextEntry(new JarEntry(TASKS));
            Files.copy(resource("tasks/" + TASKS), jar);
            jar.closeEntry();
        }
        Path archive = folder.resolve("stock.tar.gz");
        run("tar", "-czf", archive.toString(), "-C", tree.toString(), "package.xml", "handlers", "lib");
        return archive;
    }

    private static void copy(String name, Path tree) throws IOException {
        Path to = tree.resolve(name);
        Files.createDirectories(to.getParent());
        Files.copy(resource(name), to, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path resource(String name) {
        try {
            return Paths.get(StockPackage.class.getResource("/stock/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new AssertionError(command[0] + " ended with " + status);
        }
    }
}
