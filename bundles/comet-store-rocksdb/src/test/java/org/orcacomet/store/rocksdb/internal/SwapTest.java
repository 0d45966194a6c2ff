package org.orcacomet.store.rocksdb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orcacomet.store.testkit.Samples.alone;
import static org.orcacomet.store.testkit.Samples.creation;
import static org.orcacomet.store.testkit.Samples.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orcacomet.store.rocksdb.RocksDbScopeStore;

/** A process that ends between any two steps leaves one of the two stores, which the next start finds. */
class SwapTest {
    private static final int STEPS = 5;
    private static final String ASIDE = "before-restore";

    @TempDir
    Path temp;

    private Path dir;
    private Swap swap;

    private void fill(Path store, String vm) throws Exception {
        try (RocksDbScopeStore open = RocksDbScopeStore.open(store)) {
            open.apply(alone(creation(key("slice", "users", vm), "text")));
        }
    }

    private boolean holds(Path store, String vm) throws Exception {
        try (RocksDbScopeStore open = RocksDbScopeStore.open(store)) {
            return open.read(key("slice", "users", vm)).isPresent();
        }
    }

    private Path work() throws Exception {
        dir = temp.resolve("store");
        swap = new Swap(dir, ASIDE);
        fill(dir, "former");
        Path other = temp.resolve("other");
        fill(other, "restored");
        Path work = Files.createDirectory(dir.resolve("work-1"));
        for (String name : List.of("db", "acknowledged")) {
            Files.move(other.resolve(name), work.resolve(name));
        }
        return work;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(dir)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void start_afterAnEndBeforeTheDecisionHasTheFormerStore() throws Exception {
        work();
        assertThat(holds(dir, "former")).isTrue();
        assertThat(names()).containsExactly("VERSION", "acknowledged", "db", "lock");
    }

    static IntStream steps() {
        return IntStream.rangeClosed(0, STEPS);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void start_afterAnEndAtAnyStepHasTheRestoredStoreAndKeepsTheFormer(int made) throws Exception {
        swap(made);
        assertThat(holds(dir, "restored")).isTrue();
        assertThat(holds(dir, "former")).isFalse();
        assertThat(names()).containsExactly("VERSION", "acknowledged", ASIDE, "db", "lock");
        assertThat(holds(dir.resolve(ASIDE), "former")).isTrue();
    }

    private void swap(int made) throws Exception {
        Path work = work();
        swap.decide(work, dir.resolve("VERSION"));
        List<Swap.Step> steps = swap.steps();
        assertThat(steps).hasSize(STEPS);
        for (Swap.Step step : steps.subList(0, made)) {
            step.make();
        }
    }

    /** The second start may end as the first did. */
    @Test
    void start_thatIsBrokenOffIsGoneOnWithByTheNext() throws Exception {
        swap(1);
        assertThat(swap.steps()).hasSize(STEPS);
        swap.steps().get(1).make();
        assertThat(swap.steps()).hasSize(STEPS - 2);
        swap.finish();
        assertThat(holds(dir, "restored")).isTrue();
        assertThat(holds(dir.resolve(ASIDE), "former")).isTrue();
    }

    @Test
    void start_finishesWhereTheFormerStoreHadNoFileOfWhatIsAcknowledged() throws Exception {
        Path work = work();
        Files.delete(dir.resolve("acknowledged"));
        swap.decide(work, dir.resolve("VERSION"));
        assertThat(holds(dir, "restored")).isTrue();
        assertThat(holds(dir.resolve(ASIDE), "former")).isTrue();
    }
}
