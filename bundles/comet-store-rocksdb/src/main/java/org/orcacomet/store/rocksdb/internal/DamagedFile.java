package org.orcacomet.store.rocksdb.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
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
     * The name of the file that is at fault when this database does not open. The complaint may name none, or the
     * manifest though a table is at fault: then each table is looked through.
     */
    static String find(Path database, Throwable complaint) {
        return named(complaint)
                .or(() -> names(database, ".sst").stream()
                        .filter(table -> !isWhole(database.resolve(table)))
                        .findFirst())
                .or(() -> first(MANIFEST, complaint).map(name -> Files.exists(database.resolve(name)) ? name : CURRENT))
                .orElseGet(() -> text(complaint).contains(CURRENT) ? CURRENT : newest(database, ".log"));
    }

    /** The names of the files that may have been cut short when the end of what was written is missing. */
    static String thatMayEndEarly(Path database) {
        return "db/" + newest(database, ".log") + " or db/" + newest(database, "MANIFEST-");
    }

    private static String newest(Path database, String part) {
        return names(database, part).stream().max(Comparator.naturalOrder()).orElse("*" + part);
    }

    private static Optional<String> first(Pattern pattern, Throwable complaint) {
        Matcher name = pattern.matcher(text(complaint));
        return name.find() ? Optional.of(name.group()) : Optional.empty();
    }

    private static String text(Throwable complaint) {
        return String.valueOf(complaint.getMessage());
    }

    private static List<String> names(Path database, String part) {
        try (Stream<Path> files = Files.list(database)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(part))
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Whether all blocks of this table are what was written. */
    static boolean isWhole(Path table) {
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
