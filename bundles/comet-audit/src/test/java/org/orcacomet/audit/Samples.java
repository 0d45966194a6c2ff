package org.orcacomet.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;

/** Changes to note. */
final class Samples {
    static final Author ORCA = new Author("trusted", "CN=orca,O=\"site\"", "ab12");
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

    private Samples() {}

    static AuditedChange write(String context, String key) {
        ScopeKey scope = ScopeKey.of(ContextId.parse(context), Family.parse("users"), EntryKey.parse(key));
        return AuditedChange.of(AuditedCall.WRITE, scope);
    }

    static AuditEntry entry(String context, String key, long revision) {
        return new AuditEntry(NOON, ORCA, write(context, key), AuditEntry.Ending.done(Revision.of(revision)));
    }

    static void note(AuditLog log, String context, String key, long revision) throws AuditUnavailable {
        log.begin(ORCA, List.of(write(context, key))).done(NOON, Optional.of(Revision.of(revision)));
    }

    /** All files of this folder, the oldest first. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = new ArrayList<>(
                    files.filter(file -> file.getFileName().toString().matches("audit-\\d+\\.log"))
                            .sorted()
                            .toList());
            all.add(folder.resolve("audit.log"));
            return all;
        }
    }

    static List<String> lines(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files(folder)) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }
}
