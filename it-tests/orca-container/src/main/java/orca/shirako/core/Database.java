package orca.shirako.core;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** ORCA's database, as files below db/: it survives a kill. */
public final class Database {
    private final Path folder;
    private final AtomicBoolean frozen = new AtomicBoolean();

    /** The one in this folder. */
    public Database(Path folder) {
        this.folder = folder;
    }

    /** Management objects by identifier. */
    public Table objects() {
        return table("objects");
    }

    /** Packages by identifier. */
    public Table packages() {
        return table("packages");
    }

    /** Reservations of the authority. */
    public Table reservations() {
        return table("reservations");
    }

    /** Units by their reservation: the properties that handlers get. */
    public Table units() {
        return table("units");
    }

    private Table table(String name) {
        return new Table(folder.resolve(name), frozen::get);
    }

    /** From now on nothing reaches the disk: what a crash right now would lose. */
    public void freeze() {
        frozen.set(true);
    }

    /** Empties it, as a fresh boot does. */
    public void clear() {
        for (Table table : new Table[] {objects(), packages(), reservations(), units()}) {
            table.keys().forEach(table::remove);
        }
    }
}
