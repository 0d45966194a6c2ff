package org.orcacomet.store.rocksdb.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
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
    private volatile Opened opened;
    private boolean closed;

    /** The database of this folder. */
    public Current(StoreFolder folder, long listingsMaxBytes) throws StoreUnusable {
        this.folder = folder;
        this.listingsMaxBytes = listingsMaxBytes;
        this.opened = with(Database.open(folder));
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
     * this name. Calls are refused meanwhile.
     *
     * @return the folder that it is kept in
     * @throws IOException if that cannot be; then this one is in use again
     */
    public synchronized Path replace(Path work, String aside) throws IOException {
        if (closed) {
            throw new IOException("the store is closed");
        }
        Database database = opened.database();
        database.freeze();
        try {
            prepare(new StoreFiles(work), database);
            database.close();
            Path former = folder.bring(work, aside);
            opened = with(reopened(former));
            return former;
        } catch (IOException e) {
            takeUp();
            throw e;
        }
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
        } catch (IOException e) {
            Path refused = folder.bring(former, folder.workName());
            Disk.removeAll(refused);
            throw e;
        }
    }

    /** What is in the folder is in use again: the former store, unless it was decided that the other one is. */
    private void takeUp() {
        try {
            opened.database().close();
            folder.recover();
            opened = with(Database.open(folder.files()));
        } catch (IOException e) {
            LOG.error(
                    "The store in {} cannot be opened after a restore that failed: restart the service.",
                    folder.path(),
                    e);
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
