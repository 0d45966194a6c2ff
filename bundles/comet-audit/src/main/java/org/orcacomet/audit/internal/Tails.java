package org.orcacomet.audit.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The lines of a folder's files, from the last one back, as far as is reasonable. */
public final class Tails {
    private static final long FAR = 16L << 20;

    private final AuditFolder folder;

    Tails(AuditFolder folder) {
        this.folder = folder;
    }

    /** Shows lines, the latest first, until it is enough for the visitor, or far enough back. */
    public void show(Predicate<byte[]> wantsMore) throws IOException {
        long left = FAR;
        for (Path file : latestFirst()) {
            left = show(file, left, wantsMore);
            if (left <= 0) {
                return;
            }
        }
    }

    private List<Path> latestFirst() throws IOException {
        List<Path> files = new ArrayList<>(folder.putAside());
        files.add(folder.current());
        Collections.reverse(files);
        return files;
    }

    /** How much is left then; nothing if it was enough. */
    private static long show(Path file, long most, Predicate<byte[]> wantsMore) throws IOException {
        long left = most;
        try (Tail tail = Tail.of(file, Files.size(file))) {
            for (Optional<byte[]> line = tail.previous(); line.isPresent(); line = tail.previous()) {
                left -= line.get().length + 1;
                if (left <= 0 || !wantsMore.test(line.get())) {
                    return 0;
                }
            }
            return left;
        } catch (NoSuchFileException putAsideMeanwhile) {
            return left;
        }
    }

    /** Whether one of them has this hash. */
    boolean has(String wanted) throws IOException {
        Hash hash = new Hash();
        boolean[] found = new boolean[1];
        show(line -> {
            found[0] = hash.of(line).equals(wanted);
            return !found[0];
        });
        return found[0];
    }
}
