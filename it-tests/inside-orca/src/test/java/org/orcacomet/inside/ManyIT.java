package org.orcacomet.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
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
    private static final String JAVA = System.getProperty("java.specification.version");
    private static final int FEW = 20;
    private static final int FAMILIES = 5;
    /** Pools fill up for a while, ORCA's own and the journal's; a leak would be one for each reservation, or each round. */
    private static final int MORE_THREADS = 10;

    private static final int MORE_MEBIBYTES = 25;

    private Comet comet;
    private Site site;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        // These live long: they are compiled as they would be.
        comet = Comet.start(folder.resolve("comet"), Collections.emptyList());
        site = Site.prepare(folder, comet, Collections.emptyList());
        site.install();
        site.boot();
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
        comet.close();
    }

    @Test
    void rounds_loseNoScopeAndLeakNothing() throws Exception {
        report(String.format("Java %s, %d rounds of %d reservations", JAVA, ROUNDS, RESERVATIONS));
        round();
        int threads = number("threads");
        int heap = number("heap");
        List<Duration> atOnce = new ArrayList<>();
        List<Duration> all = new ArrayList<>();
        atOnce.add(roundAtOnce());
        for (int i = 1; i < ROUNDS; i++) {
            all.add(round());
        }
        atOnce.add(roundAtOnce());
        report(String.format(
                "%.1f ms per join; %.1f where COMET answers at once; %.2f times",
                perJoin(all), perJoin(atOnce), perJoin(all) / perJoin(atOnce)));
        // What is leaked is there at every look; what is there at one of them may be on its way out.
        await().atMost(Site.LONG).untilAsserted(() -> {
            assertThat(number("threads")).isLessThanOrEqualTo(threads + MORE_THREADS);
            assertThat(number("heap")).isLessThanOrEqualTo(heap + MORE_MEBIBYTES);
        });
        site.assertUnharmed();
    }

    private int number(String of) throws InterruptedException {
        return Integer.parseInt(site.orca().order(of));
    }

    private static double perJoin(List<Duration> rounds) {
        return rounds.stream().mapToLong(Duration::toMillis).average().orElse(0) / RESERVATIONS;
    }

    private void report(String where, Duration taken) throws Exception {
        report(String.format(
                "%.1f ms per join%s, %d threads, %d MiB",
                perJoin(Collections.singletonList(taken)), where, number("threads"), number("heap")));
    }

    /** A figure for whoever reads it, not a condition. */
    private static void report(String line) throws IOException {
        Files.write(
                Paths.get("target", "many-" + JAVA + ".txt"),
                Collections.singletonList(line),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /**
     * A round in which a server that does nothing else says yes to all that COMET is asked, on the same line: what the
     * plugin, its journal and TLS take by themselves. How long its joins took.
     */
    private Duration roundAtOnce() throws Exception {
        try (OneAnswer yes = OneAnswer.yes(comet.identity())) {
            switchTo(yes.port());
            List<String> rids = new ArrayList<>();
            Duration taken = join(RESERVATIONS, rids);
            leave(rids);
            report(" where COMET answers at once", taken);
            switchTo(comet.port());
            return taken;
        }
    }

    /** Also lets a few live, so that no connection is left that leads elsewhere. */
    private void switchTo(int port) throws Exception {
        site.line().cut();
        site.line().lead(port);
        List<String> rids = new ArrayList<>();
        join(FEW, rids);
        leave(rids);
        site.awaitEmptyStore();
    }

    /** How long its joins took. */
    private Duration round() throws Exception {
        List<String> rids = new ArrayList<>();
        Duration taken = join(RESERVATIONS, rids);
        assertThat(site.census()).hasSize(RESERVATIONS * FAMILIES);
        leave(rids);
        site.awaitEmptyStore();
        report("", taken);
        return taken;
    }

    private Duration join(int reservations, List<String> rids) throws Exception {
        Instant begin = Instant.now();
        for (int i = 0; i < reservations; i++) {
            Recording unit = site.join("node0-01-join")
                    .with("unit.rid", UUID.randomUUID().toString())
                    .with("unit.id", UUID.randomUUID().toString());
            rids.add(unit.rid());
            site.redeem(unit);
        }
        awaitAll(rids, "[Active, None]");
        return Duration.between(begin, Instant.now());
    }

    private void leave(List<String> rids) throws InterruptedException {
        for (String rid : rids) {
            site.close(rid);
        }
        awaitAll(rids, "[Closed, None]");
    }

    private void awaitAll(List<String> rids, String state) {
        Deque<String> left = new ArrayDeque<>(rids);
        await(state)
                .atMost(Site.LONG.plus(PER_RESERVATION.multipliedBy(rids.size())))
                .until(() -> {
                    while (!left.isEmpty() && site.state(left.peek()).startsWith(state)) {
                        left.remove();
                    }
                    return left.isEmpty();
                });
    }
}
