package org.orcacomet.launcher.oldtable;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.orcacomet.launcher.LaunchException;

/** Where the entries that are skipped are listed: a file, or standard error, which stays open. */
final class SkippedList implements AutoCloseable {
    private final Optional<Path> file;
    private final PrintWriter out;

    private SkippedList(Optional<Path> file, PrintWriter out) {
        this.file = file;
        this.out = out;
    }

    static SkippedList open(Optional<Path> file, PrintWriter err) throws LaunchException {
        if (file.isEmpty()) {
            return new SkippedList(file, err);
        }
        try {
            return new SkippedList(file, new PrintWriter(Files.newBufferedWriter(file.get())));
        } catch (IOException e) {
            throw new LaunchException(unwritable(file), e);
        }
    }

    void add(String line) {
        out.println(line);
    }

    @Override
    public void close() throws LaunchException {
        boolean failed = out.checkError();
        if (file.isPresent()) {
            out.close();
        }
        if (failed) {
            throw new LaunchException(unwritable(file));
        }
    }

    private static String unwritable(Optional<Path> file) {
        return file.map(Path::toString).orElse("standard error") + " cannot be written: name a file by --skipped";
    }
}
