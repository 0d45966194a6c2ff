package org.orcacomet.launcher.scope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.orcacomet.launcher.LaunchException;

/** A file with the tokens of a scope, which nobody but its owner can read. Says nothing of them. */
final class TokenFile {
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path file;
    private final String text;

    private TokenFile(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * Reads one.
     *
     * @throws LaunchException if it cannot be read, or others can read it
     */
    static TokenFile read(Path file) throws LaunchException {
        try {
            if (Files.isRegularFile(file) && !OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                throw new LaunchException(file + " is open to others: chmod 600 it, and think of new tokens");
            }
            return new TokenFile(file, Files.readString(file));
        } catch (IOException e) {
            throw new LaunchException(
                    file + " cannot be read (" + e.getClass().getSimpleName() + "): name another by --token-file", e);
        }
    }

    /** The token of this name, if it has one; an input file has it as a member. */
    Optional<String> get(String name) throws LaunchException {
        if (text.stripLeading().startsWith("{")) {
            return InputFile.parse(file, text).text(name);
        }
        String start = name + "=";
        return text.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst();
    }

    @Override
    public String toString() {
        return "TokenFile[" + file + "]";
    }
}
