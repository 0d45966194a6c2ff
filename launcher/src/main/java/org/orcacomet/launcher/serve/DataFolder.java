package org.orcacomet.launcher.serve;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.orcacomet.launcher.LaunchException;

/**
 * The folder in which one service keeps all that it writes: {@code store/}, {@code audit/}, {@code tls/}, {@code log/}, and
 * {@code run/}, which is empty when the service starts. Made with mode 700, and locked until it is closed.
 */
final class DataFolder implements AutoCloseable {
    private static final FileAttribute<?> PRIVATE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder if it is not there, and locks it.
     *
     * @throws LaunchException if it cannot be written, or another service has it
     */
    static DataFolder open(Path path) throws LaunchException {
        Path folder = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder, PRIVATE);
            FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            DataFolder data = new DataFolder(folder, lock);
            data.take();
            data.emptyRun();
            return data;
        } catch (IOException e) {
            throw new LaunchException(
                    "the data folder " + folder + " cannot be written ("
                            + e.getClass().getSimpleName() + "): name another one by --data",
                    e);
        }
    }

    private void take() throws IOException, LaunchException {
        if (!locked()) {
            lock.close();
            throw new LaunchException("the data folder " + folder
                    + " is in use by another COMET service: stop that one, or name another folder by --data");
        }
    }

    private boolean locked() throws IOException {
        try {
            FileLock taken = lock.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** What a service that was killed has left there. */
    private void emptyRun() throws IOException {
        Files.createDirectories(run(), PRIVATE);
        try (Stream<Path> files = Files.walk(run())) {
            List<Path> old = files.filter(file -> !file.equals(run()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }

    Path path() {
        return folder;
    }

    Path run() {
        return folder.resolve("run");
    }

    Path tls() {
        return folder.resolve("tls");
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
