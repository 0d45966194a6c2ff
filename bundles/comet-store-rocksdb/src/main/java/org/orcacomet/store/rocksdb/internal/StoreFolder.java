package org.orcacomet.store.rocksdb.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a store: for its owner's eyes only, claimed by one process at a time, and marked with the version of
 * what is in it. The marker is written last, so a folder without one holds nothing that anyone was promised.
 */
public final class StoreFolder implements Closeable {
    static final String VERSION = "1";

    private static final String MARKER = "VERSION";
    private static final String NEW_MARKER = "VERSION.new";
    private static final String LOCK = "lock";
    private static final Pattern MARKING = Pattern.compile("org\\.orcacomet\\.store\\.rocksdb (\\d+)\n");
    private static final Set<String> OURS =
            Set.of(MARKER, NEW_MARKER, LOCK, StoreFiles.DATABASE, StoreFiles.ACKNOWLEDGED, "lost+found");
    private static final String WORK = "work-";
    private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);

    private final Path dir;
    private final FileChannel lock;

    private StoreFolder(Path dir, FileChannel lock) {
        this.dir = dir;
        this.lock = lock;
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
            claimed.recover();
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

    /** What the store consists of. */
    public StoreFiles files() {
        return new StoreFiles(dir);
    }

    /** Whether nothing was ever promised to be in it. */
    public boolean isNew() {
        return !Files.exists(dir.resolve(MARKER));
    }

    /** A new empty folder in it; one that is left behind is removed at the next start. */
    public Path workFolder() throws IOException {
        return Files.createTempDirectory(dir, WORK);
    }

    /** The name of a work folder that is not there. */
    String workName() throws IOException {
        Path work = workFolder();
        Files.delete(work);
        return work.getFileName().toString();
    }

    /** Has what is in this work folder take the place of the store's files, which are kept in a folder of this name. */
    Path bring(Path work, String aside) throws IOException {
        Swap swap = new Swap(dir, aside);
        swap.decide(work, dir.resolve(MARKER));
        swap.finish();
        return dir.resolve(aside);
    }

    /** What a process that was killed has left is finished, or removed. */
    void recover() throws IOException {
        for (Path former : Swap.finishAll(dir)) {
            LOG.warn("A restore that was broken off is finished: the former store is in {}.", former);
        }
        for (Path entry : Disk.entries(dir)) {
            if (entry.getFileName().toString().startsWith(WORK)) {
                Disk.removeAll(entry);
            }
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
        Disk.sync(dir);
        Disk.sync(dir.getParent());
    }

    @Override
    public void close() throws IOException {
        lock.close();
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
        Files.setPosixFilePermissions(folder, Disk.FOLDER);
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
}
