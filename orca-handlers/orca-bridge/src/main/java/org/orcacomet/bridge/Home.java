package org.orcacomet.bridge;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plugin's folder below ORCA's home: its owner's alone, and held by this process until it is closed. */
public final class Home implements AutoCloseable {
    private static final String NAME = "orca-comet";

    private final Path folder;
    private final FileChannel lock;

    private Home(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Where it is, whether it is there or not. */
    public static Path below(Path orcaHome) {
        return orcaHome.resolve(NAME);
    }

    /**
     * Makes the folder if it is not there, takes it for this process, and removes what crashed ones left of Felix.
     *
     * @throws IOException with a sentence, if it cannot be made or another process has it
     */
    public static Home open(Path orcaHome) throws IOException {
        Path folder = below(orcaHome);
        try {
            makePrivate(folder);
            Home home = new Home(folder, lock(folder));
            home.prepare();
            return home;
        } catch (HomeInUse inUse) {
            throw inUse;
        } catch (IOException e) {
            throw new IOException("the folder " + folder + " cannot be used: " + e, e);
        }
    }

    /** The folder, made if it is not there; whoever calls this does not hold it. */
    public static Path folder(Path orcaHome) throws IOException {
        Path folder = below(orcaHome);
        makePrivate(folder);
        return folder;
    }

    /** The journal's folder. */
    public Path journal() {
        return folder.resolve("journal");
    }

    /** Where Felix makes its folders. */
    public Path felix() {
        return folder.resolve("felix");
    }

    private void prepare() throws IOException {
        try {
            makePrivate(journal());
            makePrivate(felix());
            removeLeftovers();
        } catch (IOException failure) {
            lock.close();
            throw failure;
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder);
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // This process has it already.
        }
        channel.close();
        throw new HomeInUse(folder);
    }

    /** Whoever has the lock is alone, so that all that is there was left by processes that are gone. */
    private void removeLeftovers() throws IOException {
        try (Stream<Path> files = Files.walk(felix())) {
            List<Path> deepestFirst = files.filter(file -> !file.equals(felix()))
                    .sorted(Comparator.reverseOrder())
                    .collect(Collectors.toList());
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    /** Lets other processes have it. */
    @Override
    public void close() throws IOException {
        lock.close();
    }

    private static final class HomeInUse extends IOException {
        private static final long serialVersionUID = 1L;

        HomeInUse(Path folder) {
            super("the folder " + folder + " is in use by another process; is ORCA running twice with this home?");
        }
    }
}
