package org.orcacomet.store.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;
import static org.orcacomet.store.testkit.Samples.modification;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.store.Backup;
import org.orcacomet.store.Backups;
import org.orcacomet.store.RestoredBackup;
import org.orcacomet.store.ScopeRecord;

class BackupsTest {
    private static final ContextId SLICE = ContextId.parse("slice");
    private static final ScopeKey FIRST = key("slice", "users", "vm1");
    private static final ScopeKey SECOND = key("slice", "users", "vm2");

    @TempDir
    Path temp;

    private RocksDbScopeStore store;

    @BeforeEach
    void open() throws IOException {
        store = open(3);
    }

    private RocksDbScopeStore open(int keep) throws IOException {
        return RocksDbScopeStore.open(dir(), 1 << 20, new BackupSettings(folder(), keep));
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    private Path dir() {
        return temp.resolve("store");
    }

    private Path folder() {
        return temp.resolve("backups");
    }

    private Backups backups() {
        return store.backups().orElseThrow();
    }

    private void write(ScopeKey key, String text) throws Exception {
        store.apply(alone(
                store.read(key).isPresent() ? modification(store.read(key).orElseThrow(), text) : creation(key, text)));
    }

    private String text(ScopeKey key) throws Exception {
        return store.read(key)
                .flatMap(ScopeRecord::value)
                .flatMap(ScopeValue::text)
                .orElse("nothing");
    }

    @Test
    void restore_bringsBackWhatWasThereAndNothingOfWhatCameLater() throws Exception {
        write(FIRST, "before");
        Backup backup = backups().make();
        write(FIRST, "after");
        write(SECOND, "after");
        assertThat(store.list(SLICE).records()).hasSize(2);
        assertThat(store.list(SLICE, Family.parse("users")).records()).hasSize(2);

        RestoredBackup restored = backups().restore(backup.name());
        assertThat(restored.backup()).isEqualTo(backup);
        assertThat(text(FIRST)).isEqualTo("before");
        assertThat(store.read(SECOND)).isEmpty();
        assertThat(store.list(SLICE).records()).hasSize(1);
        assertThat(store.list(SLICE, Family.parse("users")).records()).hasSize(1);

        write(SECOND, "new");
        store.close();
        store = open(3);
        assertThat(text(FIRST)).isEqualTo("before");
        assertThat(text(SECOND)).isEqualTo("new");
    }

    @Test
    void restore_keepsTheFormerStoreAsOneThatOpens() throws Exception {
        write(FIRST, "before");
        Backup backup = backups().make();
        write(FIRST, "after");
        Path former = backups().restore(backup.name()).former();
        try (RocksDbScopeStore old = RocksDbScopeStore.open(former)) {
            assertThat(old.read(FIRST).flatMap(ScopeRecord::value)).contains(ScopeValue.of("after"));
        }
    }
}
