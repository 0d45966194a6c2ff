package org.orcacomet.store.rocksdb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;
import org.orcacomet.store.rocksdb.RocksDbScopeStore;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

class SuccessionTest {
    @TempDir
    Path temp;

    private StoreFiles files(String name) throws Exception {
        Path dir = temp.resolve(name);
        RocksDbScopeStore.open(dir).close();
        return new StoreFiles(dir);
    }

    /** It is read as a name that comes before it, so that what comes after that has it again. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void countOn_endsWhereANameIsNoUtf8() throws Exception {
        StoreFiles damaged = files("former");
        try (Options options = new Options();
                RocksDB rocks = RocksDB.open(options, damaged.database().toString())) {
            rocks.put(new byte[] {-1, 0}, Numbers.encode(1));
        }
        try (Database former = Database.open(damaged);
                Database next = Database.open(files("next"))) {
            Commit commit = new Commit(former);
            commit.apply(alone(creation(key("slice", "users", "vm"), "text")));
            commit.write();
            new Succession(former, next).countOn();
            assertThat(next.revision(ContextId.parse("slice"))).contains(Revision.of(2));
        }
    }
}
