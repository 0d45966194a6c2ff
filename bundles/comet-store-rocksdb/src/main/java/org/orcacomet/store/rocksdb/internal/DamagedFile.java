package org.orcacomet.store.rocksdb.internal;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of its files RocksDB complains of. */
final class DamagedFile {
    private static final Pattern NAME = Pattern.compile("\\b(?:\\d{6,}\\.(?:sst|log)|MANIFEST-\\d+|CURRENT)\\b");

    private DamagedFile() {}

    /** The name of the file that this complaint speaks of first, if it speaks of one. */
    static Optional<String> name(Throwable complaint) {
        Matcher name = NAME.matcher(String.valueOf(complaint.getMessage()));
        return name.find() ? Optional.of(name.group()) : Optional.empty();
    }
}
