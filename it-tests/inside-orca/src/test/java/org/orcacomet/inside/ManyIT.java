package org.orcacomet.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many reservations at once on ORCA's ten threads, over rounds: {@code inside.reservations} by {@code inside.rounds}. */
class ManyIT {
    private static final int ROUNDS = Integer.getInteger("inside.rounds");
    private static final int RESERVATIONS = Integer.getInteger("inside.reservations");
    private static final Duration PER_RESERVATION = Duration.ofMillis(600);
    private static final int FAMILIES = 5;
    private static final int MORE_THREADS = 3;
    private static final int MORE_MEBIBYTES = 25;

    private Site site;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        site = Site.installed(folder);
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    @Test
    void rounds_loseNoScopeAndLeakNothing() throws Exception {
        round();
        int threads = Integer.parseInt(site.orca().order("threads"));
        int heap = Integer.parseInt(site.orca().order("heap"));
        for (int i = 1; i < ROUNDS; i++) {
            round();
        }
        assertThat(Integer.parseInt(site.orca().order("threads"))).isLessThanOrEqualTo(threads + MORE_THREADS);
        assertThat(Integer.parseInt(site.orca().order("heap"))).isLessThanOrEqualTo(heap + MORE_MEBIBYTES);
        site.assertUnharmed();
    }

    private void round() throws Exception {
        List<String> rids = new ArrayList<>();
        for (int i = 0; i < RESERVATIONS; i++) {
            Recording unit = Recording.join("node0-01-join")
                    .with("unit.rid", UUID.randomUUID().toString())
                    .with("unit.id", UUID.randomUUID().toString());
            rids.add(unit.rid());
            site.redeem(unit);
        }
        awaitAll(rids, "[Active, None]");
        assertThat(site.census()).hasSize(RESERVATIONS * FAMILIES);
        for (String rid : rids) {
            site.close(rid);
        }
        awaitAll(rids, "[Closed, None]");
        site.awaitEmptyStore();
    }

    private void awaitAll(List<String> rids, String state) {
        await(state)
                .atMost(Site.LONG.plus(PER_RESERVATION.multipliedBy(RESERVATIONS)))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> allAre(rids, state));
    }

    private boolean allAre(List<String> rids, String state) throws InterruptedException {
        for (String rid : rids) {
            if (!site.state(rid).startsWith(state)) {
                return false;
            }
        }
        return true;
    }
}
