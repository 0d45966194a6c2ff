package org.orcacomet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** ORCA runs ten handlers at once, each in a project of its own. */
class ConcurrencyTest {
    private static final int THREADS = 10;
    private static final int UNITS = 100;

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("org.orcacomet.tasks.Ant#all")
    void handlersAtOnce_doNotMixTheirUnits(Ant ant) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Ran>> joins = new ArrayList<>();
            for (int i = 0; i < UNITS; i++) {
                String unit = "u" + i;
                joins.add(threads.submit(() -> join(ant.copy(), unit)));
            }
            for (int i = 0; i < UNITS; i++) {
                Ran ran = joins.get(i).get();
                assertThat(ran.failure()).isEmpty();
                assertThat(ran.calls()).containsExactly("userData", "join");
                assertThat(ran.property("shirako.save.unit.comet.writeToken")).isEqualTo("u" + i + "W");
                assertThat(folder.resolve("u" + i)).hasContent("[global]\ncometreadtoken=u" + i + "R");
            }
            assertThat(folder.toFile().list()).hasSize(UNITS);
        } finally {
            threads.shutdownNow();
        }
    }

    private Ran join(Ant ant, String unit) {
        return ant.recorded("storage-node0-01-join")
                .with("unit.rid", unit + ant)
                .with("unit.test.token", unit)
                .with("file", folder.resolve(unit))
                .run("tasks.xml", "join");
    }
}
