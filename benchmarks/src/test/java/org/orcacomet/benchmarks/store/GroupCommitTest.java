package org.orcacomet.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
    private static final Entry ENTRY = Entry.of("name\0value".getBytes(StandardCharsets.UTF_8));

    private record Committing(List<Entry> committed) implements BareStore {
        @Override
        public void commit(List<Entry> entries) {
            committed.addAll(entries);
        }

        @Override
        public void close() {
            committed.clear();
        }
    }

    private record Failing() implements BareStore {
        @Override
        public void commit(List<Entry> entries) throws IOException {
            throw new IOException("the disk is gone");
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    @Test
    void write_commitsEachEntryOnce() throws Exception {
        Committing store = new Committing(new ArrayList<>());
        GroupCommit commit = new GroupCommit(store);
        ExecutorService writers = Executors.newFixedThreadPool(8);
        Callable<Void> write = () -> {
            commit.write(ENTRY);
            return null;
        };
        writers.invokeAll(Collections.nCopies(10_000, write));
        writers.shutdownNow();

        assertThat(store.committed()).hasSize(10_000);
    }

    @Test
    void write_failsWithTheStore() {
        assertThatThrownBy(() -> new GroupCommit(new Failing()).write(ENTRY)).isInstanceOf(IOException.class);
    }
}
