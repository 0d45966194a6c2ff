package org.orcacomet.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.orcacomet.audit.internal.Hash;
import org.orcacomet.audit.internal.LastNote;
import org.orcacomet.audit.internal.Line;

/**
 * Reads an audit's files, and finds the first line that was changed, removed, put in or moved since it was written. It
 * needs no service, and may be used beside one that goes on writing. For one thread, once.
 */
public final class AuditVerify {
    private final Hash hash = new Hash();
    private final Optional<String> noted;
    private Optional<String> last = Optional.empty();
    private boolean fromTheBeginning = true;
    private boolean notedIsThere;
    private long lines;
    private Optional<String> fault = Optional.empty();

    private AuditVerify(Optional<String> noted) {
        this.noted = noted;
        this.notedIsThere = noted.isEmpty();
    }

    /**
     * Looks at these files, in the order in which they were written. Where the file {@code audit.last} is beside the
     * last of them, the line that it notes must be among them.
     *
     * @throws IOException if one cannot be read
     */
    public static AuditVerdict files(List<Path> files) throws IOException {
        AuditVerify verify = new AuditVerify(files.isEmpty() ? Optional.empty() : noted(files.get(files.size() - 1)));
        for (int i = 0; i < files.size() && verify.fault.isEmpty(); i++) {
            verify.look(files.get(i), i == files.size() - 1);
        }
        return verify.verdict();
    }

    private static Optional<String> noted(Path file) throws IOException {
        Path note = file.toAbsolutePath().resolveSibling("audit.last");
        return file.endsWith("audit.log") ? LastNote.read(note).map(LastNote::hash) : Optional.empty();
    }

    private void look(Path file, boolean isLast) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long number = 1;
            for (int octet = in.read(); octet >= 0 && fault.isEmpty(); octet = in.read()) {
                if (octet == '\n') {
                    look(file, number++, line.toByteArray());
                    line.reset();
                } else {
                    line.write(octet);
                }
            }
            lookAtRest(file, number, line.toByteArray(), isLast);
        }
    }

    private void look(Path file, long number, byte[] line) {
        Optional<String> previous = Line.previous(line);
        if (previous.isEmpty()) {
            found(file, number, "it is no line of an audit");
        } else if (last.isPresent() && !last.equals(previous)) {
            found(
                    file,
                    number,
                    "it does not follow the line before it: that one was changed, or what was between them");
        } else {
            accept(line, previous.get());
        }
    }

    private void accept(byte[] line, String previous) {
        if (last.isEmpty()) {
            fromTheBeginning = previous.equals(Hash.NONE);
            notedIsThere |= noted.filter(previous::equals).isPresent();
        }
        last = Optional.of(hash.of(line));
        notedIsThere |= last.equals(noted);
        lines++;
    }

    /** Of the last file what is not a line yet may be one that is being written, or bytes that are kept for lines. */
    private void lookAtRest(Path file, long number, byte[] rest, boolean isLast) {
        boolean nothing = true;
        for (byte octet : rest) {
            nothing &= octet == 0;
        }
        if (!nothing && !isLast) {
            found(file, number, "it is cut short");
        }
    }

    private void found(Path file, long number, String what) {
        if (fault.isEmpty()) {
            fault = Optional.of(file + " line " + number + ": " + what);
        }
    }

    private AuditVerdict verdict() {
        if (fault.isEmpty() && !notedIsThere) {
            fault = Optional.of("the line that audit.last notes is not there: the last lines were changed or removed");
        }
        return new AuditVerdict(lines, fromTheBeginning, last.orElse(Hash.NONE), fault);
    }
}
