package orca.extensions.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.taskdefs.Untar;

/** Unpacks, copies, lists and removes folders. */
public final class Folders {
    private Folders() {}

    static void unpack(Path archive, Path into) throws IOException {
        Files.createDirectories(into);
        Untar untar = new Untar();
        untar.setProject(new Project());
        untar.setSrc(archive.toFile());
        untar.setDest(into.toFile());
        Untar.UntarCompressionMethod gzip = new Untar.UntarCompressionMethod();
        gzip.setValue("gzip");
        untar.setCompression(gzip);
        untar.execute();
    }

    static void copy(Path from, Path into) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.collect(Collectors.toList())) {
                copyOne(path, into.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static void copyOne(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
        } else {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static List<Path> list(Path folder, String end) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Collections.emptyList();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.toString().endsWith(end)).sorted().collect(Collectors.toList());
        }
    }

    /** Removes a folder and all that is in it, if it is there. */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                Files.delete(path);
            }
        }
    }
}
