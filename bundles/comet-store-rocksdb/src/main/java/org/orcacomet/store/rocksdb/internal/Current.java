package org.orcacomet.store.rocksdb.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.orcacomet.store.BackupRefused;
import org.orcacomet.store.BackupRefused.Reason;
import org.orcacomet.store.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database that is in use, with its listings; another may take its place, and then nothing of the former is seen any
 * more. Safe for use by many threads.
 */
public final class Current implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Current.class);

    private final StoreFolder folder;
    private final long listingsMaxBytes;
    private final Bringing bringing;
    private volatile Opened opened;
    private boolean closed;

    /** The database of this folder. */
    public Current(StoreFolder folder, long listingsMaxBytes) throws StoreUnusable {
        this(folder, listingsMaxBytes, folder::bring);
    }

    /** The same, where files are brought into the folder like this. */
    Current(StoreFolder folder, long listingsMaxBytes, Bringing bringing) throws StoreUnusable {
        this.folder = folder;
        this.listingsMaxBytes = listingsMaxBytes;
        this.bringing = bringing;
        this.opened = with(Database.open(folder));
    }

    /** What {@link StoreFolder#bring} does. */
    @FunctionalInterface
    interface Bringing {
        Path bring(Path work, String aside) throws IOException;
    }

    /** A database, and what was listed of it lately. */
    private record Opened(Database database, Listings listings) {}

    private Opened with(Database database) {
        return new Opened(database, new Listings(listingsMaxBytes));
    }

    /** The database; perhaps one that is closed, as another takes its place. */
    public Database database() {
        return opened.database();
    }

    /** The listings. */
    public Listings listings() {
        return opened.listings();
    }

    /** The store's folder. */
    public StoreFolder folder() {
        return folder;
    }

    /**
     * Has the store in this work folder, which was found whole, take the place of this one, which is kept in a folder of
     * this name, which is not there. Calls are refused meanwhile. What fails once that is decided is told in the log
     * alone.
     *
     * @return the folder that it is kept in
     * @throws IOException if that cannot be; then this one is in use again
     * @throws BackupRefused if it cannot be told which of them is in use from now on, as neither can be opened
     */
    public synchronized Path replace(Path work, String aside) throws IOException, BackupRefused {
        if (closed) {
            throw new IOException("the store is closed");
        }
        opened.database().freeze();
        try {
            return replaced(work, aside);
        } catch (IOException | RuntimeException | Error e) {
            Path former = folder.path().resolve(aside);
            takeUp(e);
            // The former store is there from the end of the swap on, and as long as that is not taken back.
            if (!Files.exists(former)) {
                throw e;
            }
            LOG.warn("A restore had a fault at its end ({}), and is done: see that the disk works.", e.toString(), e);
            return former;
        }
    }

    private Path replaced(Path work, String aside) throws IOException {
        Database database = opened.database();
        prepare(new StoreFiles(work), database);
        database.close();
        Path former = bringing.bring(work, aside);
        opened = with(reopened(former));
        return former;
    }

    private static void prepare(StoreFiles next, Database former) throws IOException {
        try (Database database = Database.open(next)) {
            new Succession(former, database).countOn();
        } catch (StoreUnavailable e) {
            throw new IOException(e.getMessage(), e);
        }
        next.sync();
    }

    private Database reopened(Path former) throws IOException {
        try {
            return Database.open(folder.files());
        } catch (IOException | RuntimeException | Error e) {
            Path refused = bringing.bring(former, folder.workName());
            Disk.removeAll(refused);
            throw e;
        }
    }

    /** After this fault, what is in the folder is in use again: the former store, unless it was decided that the other is. */
    private void takeUp(Throwable fault) throws BackupRefused {
        try {
            opened.database().close();
            folder.recover();
            opened = with(Database.open(folder.files()));
        } catch (IOException | RuntimeException | Error e) {
            LOG.error("The store in {} cannot be opened after a restore that failed.", folder.path(), e);
            throw new BackupRefused(
                    Reason.FAULT,
                    "the restore was broken off (" + fault.getMessage()
                            + ") and the store cannot be opened: restart the service, which finishes it or goes back",
                    fault);
        }
    }

    /** Closes it, after the calls that are under way. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        try (folder) {
            opened.database().close();
        }
    }
}
