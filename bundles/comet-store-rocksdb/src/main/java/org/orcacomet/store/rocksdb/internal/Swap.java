package org.orcacomet.store.rocksdb.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings other files into a store's folder, and keeps those that were there. It is decided by one rename, of the folder
 * that they come in; all that follows are renames too, which are made up for at the next start if something came
 * between. So there is always one store as a whole.
 */
final class Swap {
    private static final String INCOMING = "incoming.";
    private static final String FORMER = "former";

    private final Path dir;
    private final String aside;

    /** One in this store's folder, after which the former files are in a folder of this name there. */
    Swap(Path dir, String aside) {
        this.dir = dir;
        this.aside = aside;
    }

    /** Where the files are that a swap brings, until it is over. */
    private Path incoming() {
        return dir.resolve(INCOMING + aside);
    }

    /** Brings what is in this folder, which is in the store's own. Until this returns, nothing is decided. */
    void decide(Path from, Path version) throws IOException {
        Path former = Disk.folder(from.resolve(FORMER));
        Path kept = former.resolve(version.getFileName());
        Files.copy(version, kept);
        Disk.keep(kept);
        Disk.sync(former);
        Disk.sync(from);
        Disk.rename(from, incoming());
    }

    /** Does what is left to do of what was decided. */
    void finish() throws IOException {
        for (Step step : steps()) {
            step.make();
        }
        Disk.removeAll(incoming());
        Disk.sync(dir);
    }

    /** Finishes those that were decided in this folder and broken off; the folders that the former files are in now. */
    static List<Path> finishAll(Path dir) throws IOException {
        List<Path> former = new ArrayList<>();
        for (Path entry : Disk.entries(dir)) {
            String name = entry.getFileName().toString();
            if (name.startsWith(INCOMING)) {
                Swap swap = new Swap(dir, name.substring(INCOMING.length()));
                swap.finish();
                former.add(dir.resolve(swap.aside));
            }
        }
        return former;
    }

    /** What is left to do; each is one rename. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        Path former = incoming().resolve(FORMER);
        for (String name : List.of(StoreFiles.ACKNOWLEDGED, StoreFiles.DATABASE)) {
            Path brought = incoming().resolve(name);
            if (Files.exists(brought)) {
                steps.add(new Step(dir.resolve(name), former.resolve(name)));
                steps.add(new Step(brought, dir.resolve(name)));
            }
        }
        steps.add(new Step(former, dir.resolve(aside)));
        return steps;
    }

    /** A rename of what is there. */
    record Step(Path from, Path to) {
        void make() throws IOException {
            if (Files.exists(from)) {
                Disk.rename(from, to);
            }
        }
    }
}
