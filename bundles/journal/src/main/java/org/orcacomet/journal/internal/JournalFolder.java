package org.orcacomet.journal.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.orcacomet.journal.JournalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal's folder: its owner's alone, and locked against other journals, of this process too. */
final class JournalFolder implements Closeable {
    private static final Set<PosixFilePermission> FOLDER_MODE = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE_MODE = PosixFilePermissions.fromString("rw-------");

    private static final Logger LOG = LoggerFactory.getLogger(JournalFolder.class);

    private final Path path;
    private final RandomAccessFile lock;

    private JournalFolder(Path path, RandomAccessFile lock) {
        this.path = path;
        this.lock = lock;
    }

    static JournalFolder open(Path path) throws JournalException {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, PosixFilePermissions.asFileAttribute(FOLDER_MODE));
            }
            Files.setPosixFilePermissions(path, FOLDER_MODE);
            return new JournalFolder(path, locked(path));
        } catch (JournalException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            throw new JournalException(
                    "journal folder " + path + " cannot be used (" + reason(e)
                            + "): set `dir` of org.orcacomet.journal to a folder that this user may write",
                    e);
        }
    }

    private static RandomAccessFile locked(Path path) throws IOException {
        RandomAccessFile file = fileIn(path, "lock");
        try {
            FileLock lock = file.getChannel().tryLock();
            if (lock != null) {
                return file;
            }
        } catch (OverlappingFileLockException e) {
            // another journal of this process: the same answer
        }
        file.close();
        throw new JournalException("journal folder " + path + " is in use by another journal: stop the process that "
                + "has it, or set `dir` of org.orcacomet.journal to another folder");
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Opens a file of this folder for reading and writing, and makes it if it is not there. */
    RandomAccessFile open(String name) throws IOException {
        return fileIn(path, name);
    }

    private static RandomAccessFile fileIn(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(FILE_MODE));
        } catch (FileAlreadyExistsException e) {
            Files.setPosixFilePermissions(file, FILE_MODE);
        }
        return new RandomAccessFile(file.toFile(), "rw");
    }

    /** Makes renames in the folder survive a crash. A channel would be closed by an interrupt, which is so put off. */
    void sync() throws IOException {
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("journal folder {}: the lock cannot be closed: {}", path, reason(e));
        }
    }

    /** The path. */
    @Override
    public String toString() {
        return path.toString();
    }

    /** Why an operation on a file failed, in words: some exceptions have the file's name as their only text. */
    static String reason(Exception e) {
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
}
