package org.orcacomet.store.rocksdb.internal.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.orcacomet.store.Backup;

/**
 * What a backup consists of. It is written last, as text, and ends with the hash of its own lines.
 *
 * @param created when the backup was made
 * @param commits the number of the last commit in it
 * @param files its files
 */
record BackupManifest(Instant created, long commits, List<BackupFile> files) {
    /** The form of backups that is written and read. */
    static final String VERSION = "1";

    private static final String KIND = "org.orcacomet.store.rocksdb backup ";
    private static final Pattern FIRST = Pattern.compile(Pattern.quote(KIND) + "(\\d{1,9})\n[^$]*");
    private static final Pattern WHOLE = Pattern.compile("([^$]*\n)end ([0-9a-f]{64})\n");
    private static final Pattern HEAD = Pattern.compile("created (\\S+)\ncommits (\\d{1,18})\n");
    private static final Pattern FILE =
            Pattern.compile("file (\\d{1,18}) ([0-9a-f]{64}) (db/[A-Za-z0-9][A-Za-z0-9_.-]*)\n");

    /** The version of the backup whose manifest this is, if it is one. */
    static Optional<String> version(String text) {
        Matcher first = FIRST.matcher(text);
        return first.matches() ? Optional.of(first.group(1)) : Optional.empty();
    }

    /** What was written; empty if it is not what was. */
    static Optional<BackupManifest> parse(String text) {
        Matcher whole = WHOLE.matcher(text);
        boolean same = whole.matches() && Sha256.of(whole.group(1)).equals(whole.group(2));
        Matcher head = HEAD.matcher(text);
        if (!same || !head.find()) {
            return Optional.empty();
        }
        List<BackupFile> files = FILE.matcher(text)
                .results()
                .map(file -> new BackupFile(file.group(3), Long.parseLong(file.group(1)), file.group(2)))
                .toList();
        return time(head.group(1)).map(at -> new BackupManifest(at, Long.parseLong(head.group(2)), files));
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String text() {
        String lines = KIND + VERSION + "\ncreated " + created + "\ncommits " + commits + "\n"
                + files.stream()
                        .map(file -> "file " + file.bytes() + " " + file.sha256() + " " + file.name() + "\n")
                        .collect(Collectors.joining());
        return lines + "end " + Sha256.of(lines) + "\n";
    }

    /** How many bytes its files have. */
    long bytes() {
        return files.stream().mapToLong(BackupFile::bytes).sum();
    }

    /** The backup of this name, as others see it. */
    Backup backup(String name) {
        return new Backup(name, created, files.size(), bytes());
    }
}
