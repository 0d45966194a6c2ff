package org.orcacomet.store.rocksdb.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a store: for its owner's eyes only, claimed by one process at a time, and marked with the version of
 * what is in it. The marker is written last, so a folder without one holds nothing that anyone was promised.
 */
public final class StoreFolder implements Closeable {
    static final String VERSION = "1";
    static final String DATABASE = "db";
    static final String ACKNOWLEDGED = "acknowledged";

    private static final String MARKER = "VERSION";
    private static final String NEW_MARKER = "VERSION.new";
    private static final String LOCK = "lock";
    private static final Pattern MARKING = Pattern.compile("org\\.orcacomet\\.store\\.rocksdb (\\d+)\n");
    private static final Set<String> OURS = Set.of(MARKER, NEW_MARKER, LOCK, DATABASE, ACKNOWLEDGED, "lost+found");

    private final Path dir;
    private final FileChannel lock;
    private final Acknowledged acknowledged;

    private StoreFolder(Path dir, FileChannel lock) {
        this.dir = dir;
        this.lock = lock;
        this.acknowledged = new Acknowledged(dir.resolve(ACKNOWLEDGED));
    }

    /**
     * Claims this folder, which is made if it is not there, until it is closed or the process ends.
     *
     * @throws StoreUnusable if it cannot be written, is claimed already, or holds something else
     */
    public static StoreFolder claim(Path dir) throws StoreUnusable {
        if (dir.toString().isBlank()) {
            throw StoreUnusable.unnamed();
        }
        Path folder = dir.toAbsolutePath().normalize();
        try {
            StoreFolder claimed = new StoreFolder(folder, lock(prepared(folder)));
            claimed.checkVersion();
            return claimed;
        } catch (StoreUnusable e) {
            throw e;
        } catch (IOException e) {
            throw StoreUnusable.notWritable(folder, e);
        }
    }

    /** The folder itself. */
    public Path path() {
        return dir;
    }

    /** Where the database is to be. */
    public Path database() {
        return dir.resolve(DATABASE);
    }

    /** The number of the last commit that anyone was told of. */
    Acknowledged acknowledged() {
        return acknowledged;
    }

    /** Whether nothing was ever promised to be in it. */
    public boolean isNew() {
        return !Files.exists(dir.resolve(MARKER));
    }

    /** Whether this process may read and write all of the database's files. */
    boolean isAccessible() throws StoreUnusable {
        try (Stream<Path> files = Files.walk(database())) {
            return files.allMatch(file -> Files.isReadable(file) && Files.isWritable(file));
        } catch (IOException | UncheckedIOException e) {
            throw StoreUnusable.notWritable(dir, e);
        }
    }

    /** Marks it with the version of what is in it. */
    public void mark() throws IOException {
        Path fresh = dir.resolve(NEW_MARKER);
        byte[] text = ("org.orcacomet.store.rocksdb " + VERSION + "\n").getBytes(StandardCharsets.US_ASCII);
        try (FileChannel file = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            file.write(ByteBuffer.wrap(text));
            file.force(true);
        }
        Files.move(fresh, dir.resolve(MARKER), StandardCopyOption.ATOMIC_MOVE);
        sync(dir);
        sync(dir.getParent());
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            acknowledged.close();
        }
    }

    private static Path prepared(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> content = Files.list(folder)) {
            boolean ours = Files.exists(folder.resolve(MARKER))
                    || content.allMatch(file -> OURS.contains(file.getFileName().toString()));
            if (!ours) {
                throw StoreUnusable.notAStore(folder);
            }
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        return folder;
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel file = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(file)) {
            file.close();
            throw StoreUnusable.openElsewhere(folder);
        }
        return file;
    }

    private static boolean locked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void checkVersion() throws IOException {
        if (isNew()) {
            return;
        }
        Matcher marking = MARKING.matcher(Files.readString(dir.resolve(MARKER), StandardCharsets.ISO_8859_1));
        boolean known = marking.matches();
        if (known && marking.group(1).equals(VERSION)) {
            return;
        }
        close();
        throw known ? StoreUnusable.otherVersion(dir, marking.group(1)) : StoreUnusable.damaged(dir, MARKER);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
