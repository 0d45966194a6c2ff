package org.orcacomet.store.rocksdb.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rocksdb.Options;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileReader;

/** Which of its files RocksDB complains of. */
final class DamagedFile {
    private static final Pattern DATA = Pattern.compile("\\b\\d{6,}\\.(?:sst|log)\\b");
    private static final Pattern MANIFEST = Pattern.compile("\\bMANIFEST-\\d+\\b");
    private static final String CURRENT = "CURRENT";

    private DamagedFile() {}

    /** The name of the file that the complaint names; empty if it names none. */
    static Optional<String> named(Throwable complaint) {
        return first(DATA, complaint);
    }

    /**
     * The name of the file that is at fault when this database does not open. The complaint may name none, or the manifest
     * though a table is at fault: then each table is looked through.
     */
    static String find(Path database, String log, Throwable complaint) {
        Optional<String> table = named(complaint).or(() -> damagedTable(tables(database)));
        if (table.isPresent()) {
            return table.get();
        }
        Optional<String> manifest = first(MANIFEST, complaint);
        if (manifest.isPresent() && Files.exists(database.resolve(manifest.get()))) {
            return manifest.get();
        }
        boolean pointer =
                manifest.isPresent() || String.valueOf(complaint.getMessage()).contains(CURRENT);
        return pointer ? CURRENT : log;
    }

    private static Optional<String> first(Pattern pattern, Throwable complaint) {
        Matcher name = pattern.matcher(String.valueOf(complaint.getMessage()));
        return name.find() ? Optional.of(name.group()) : Optional.empty();
    }

    private static List<Path> tables(Path database) {
        try (Stream<Path> files = Files.list(database)) {
            return files.filter(file -> file.toString().endsWith(".sst")).toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static Optional<String> damagedTable(List<Path> tables) {
        return tables.stream()
                .filter(table -> !isWhole(table))
                .map(table -> table.getFileName().toString())
                .findFirst();
    }

    private static boolean isWhole(Path table) {
        try (Options options = new Options();
                SstFileReader reader = new SstFileReader(options)) {
            reader.open(table.toString());
            reader.verifyChecksum();
            return true;
        } catch (RocksDBException damaged) {
            return false;
        }
    }
}
