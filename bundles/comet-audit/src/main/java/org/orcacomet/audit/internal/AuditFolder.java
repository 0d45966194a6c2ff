package org.orcacomet.audit.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of an audit, one process's at a time: {@code audit.log}, which is written; {@code audit-000001.log} and so
 * on, which were; {@code audit.reserve}, bytes for when the disk is full; {@code audit.last}, the last line's hash and the
 * last number.
 */
public final class AuditFolder implements Closeable {
    private static final Pattern PUT_ASIDE = Pattern.compile("audit-(\\d{6,9})\\.log");
    private static final FileAttribute<?> OWNERS_FOLDER = permissions("rwx------");
    private static final FileAttribute<?> OWNERS_FILE = permissions("rw-------");

    private final Path folder;
    private final FileChannel lock;
    private volatile int lastNumber;

    private AuditFolder(Path folder, FileChannel lock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.lastNumber = Math.max(
                highestThere(), LastNote.read(last()).map(LastNote::number).orElse(0));
    }

    private static FileAttribute<?> permissions(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    /**
     * Makes the folder if it is not there, and locks it.
     *
     * @throws IOException if that cannot be; the message is one sentence for the operator
     */
    public static AuditFolder claim(Path folder) throws IOException {
        FileChannel lock = locked(folder);
        try {
            if (lock.tryLock() != null) {
                return new AuditFolder(folder, lock);
            }
        } catch (OverlappingFileLockException taken) {
            // Another one of this process has it.
        }
        lock.close();
        throw new IOException(
                "the audit's folder " + folder + " is in use by another COMET service: give each a folder of its own");
    }

    private static FileChannel locked(Path folder) throws IOException {
        try {
            Files.createDirectories(folder, OWNERS_FOLDER);
            Path lock = made(folder.resolve("lock"));
            return FileChannel.open(lock, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw notWritable(folder, e);
        }
    }

    /** What an operator is told of a folder that cannot be used. */
    public static IOException notWritable(Path folder, IOException cause) {
        IOException sentence = new IOException("the audit's folder " + folder + " cannot be written ("
                + cause.getClass().getSimpleName()
                + "): set folder of org.orcacomet.audit to one that this user may write");
        sentence.addSuppressed(cause);
        return sentence;
    }

    /** This file, made with mode 600 if it is not there. */
    static Path made(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createFile(file, OWNERS_FILE);
        }
        return file;
    }

    /** Its path. */
    public Path path() {
        return folder;
    }

    /** The file that is written. */
    public Path current() {
        return folder.resolve("audit.log");
    }

    /** The bytes for when the disk is full. */
    public Path reserve() {
        return folder.resolve("audit.reserve");
    }

    /** Where the last line's hash is, and the last number. */
    public Path last() {
        return folder.resolve("audit.last");
    }

    /** The files that were put aside, the oldest first. */
    public List<Path> putAside() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> number(file).isPresent())
                    .sorted((one, other) -> Integer.compare(
                            number(one).orElseThrow(), number(other).orElseThrow()))
                    .toList();
        }
    }

    private static Optional<Integer> number(Path file) {
        Matcher name = PUT_ASIDE.matcher(file.getFileName().toString());
        return name.matches() ? Optional.of(Integer.parseInt(name.group(1))) : Optional.empty();
    }

    private int highestThere() throws IOException {
        List<Path> files = putAside();
        return files.isEmpty() ? 0 : number(files.get(files.size() - 1)).orElseThrow();
    }

    /** The number of the file that was put aside last: it is given once, also where that file was taken elsewhere. */
    int lastNumber() {
        return lastNumber;
    }

    /**
     * Puts the file that is written aside, whoever has it open, if nobody has taken it elsewhere; there is none then.
     * Returns where it is.
     */
    Optional<Path> putCurrentAside() throws IOException {
        int number = Math.max(highestThere(), lastNumber) + 1;
        Path aside = folder.resolve(String.format("audit-%06d.log", number));
        try {
            Files.move(current(), aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException takenElsewhere) {
            return Optional.empty();
        }
        lastNumber = number;
        return Optional.of(aside);
    }

    /** Has the file that was put aside as the one that is written again. */
    void takeBack(Path aside) throws IOException {
        Files.move(aside, current(), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
