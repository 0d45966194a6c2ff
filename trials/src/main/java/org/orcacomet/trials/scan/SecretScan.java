package org.orcacomet.trials.scan;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.orcacomet.trials.service.Marks;

/**
 * Looks through all files of trials' runs. A file of a store may hold marked values and no marked token; a log, an error
 * output and all else may hold neither.
 */
public final class SecretScan {
    private static final int CHUNK = 1 << 20;
    private static final Path ACCUMULO = Path.of("cluster", "accumulo");

    private final List<String> findings = new ArrayList<>();
    private long logs;
    private long stores;
    private long valuesInStores;

    /** Looks through this file, or all files below this folder. */
    public SecretScan look(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lookInto(file);
            }
        }
        return this;
    }

    /** What was found where it may not be; empty is well. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** How many files of logs it has looked into. */
    public long logs() {
        return logs;
    }

    /** How many files of stores it has looked into. */
    public long stores() {
        return stores;
    }

    /** How many files of stores hold marked values, as they must: so it sees what is there. */
    public long valuesInStores() {
        return valuesInStores;
    }

    private void lookInto(Path file) throws IOException {
        boolean token = holds(file, Marks.TOKEN);
        boolean value = holds(file, Marks.VALUE);
        if (token) {
            findings.add("a token is in " + file);
        }
        if (isData(file)) {
            stores++;
            valuesInStores += value ? 1 : 0;
            return;
        }
        logs++;
        if (value) {
            findings.add("a value is in " + file);
        }
    }

    /** RocksDB's own log stands among its data. */
    private static boolean isData(Path file) {
        Path folder = file.getParent();
        boolean database = folder != null && folder.getFileName().toString().equals("db");
        return isBelow(file, ACCUMULO)
                || (database && !file.getFileName().toString().startsWith("LOG"));
    }

    /** Of an Accumulo's folder, tables and write-ahead logs. */
    private static boolean isBelow(Path file, Path folder) {
        return IntStream.rangeClosed(0, file.getNameCount() - folder.getNameCount())
                .anyMatch(i -> file.subpath(i, i + folder.getNameCount()).equals(folder));
    }

    private static boolean holds(Path file, String mark) throws IOException {
        try (InputStream in = open(file)) {
            return holds(in, mark.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), CHUNK);
        boolean packed = Set.of("gz").contains(suffix(file));
        return packed ? new GZIPInputStream(raw) : raw;
    }

    private static String suffix(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Each chunk begins with the end of the one before, so that a mark across the border is seen. */
    private static boolean holds(InputStream in, byte[] mark) throws IOException {
        String sought = new String(mark, StandardCharsets.ISO_8859_1);
        String end = "";
        for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
            String text = end + new String(chunk, StandardCharsets.ISO_8859_1);
            if (text.contains(sought)) {
                return true;
            }
            end = text.substring(Math.max(0, text.length() - mark.length));
        }
        return false;
    }
}
