package org.orcacomet.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** COMET slow, down, answering garbage, restarting: ORCA is held no longer than configured, and nothing done is missing. */
class TroubleIT {
    private static final String ACTIVE = "[Active, None]";
    private static final String FAILED = "[Failed, None]";
    private static final String CLOSED = "[Closed, None]";
    /** A join may wait ten seconds, a leave two; the rest is for a loaded machine. */
    private static final Duration JOIN = Duration.ofSeconds(30);

    private static final Duration LEAVE = Duration.ofSeconds(20);

    private Site site;
    private Recording unit;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        site = Site.installed(folder);
        unit = site.join("node0-01-join");
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
    }

    private void join() throws Exception {
        site.redeem(unit);
        site.awaitState(unit.rid(), ACTIVE);
    }

    private Duration until(String state) {
        Instant begin = Instant.now();
        site.awaitState(unit.rid(), state);
        return Duration.between(begin, Instant.now());
    }

    private void assertAnotherJoins() throws Exception {
        Recording other = site.join("node1-01-join");
        site.redeem(other);
        site.awaitState(other.rid(), ACTIVE);
        assertThat(site.families(other)).hasSize(5);
        site.close(other.rid());
        site.awaitState(other.rid(), CLOSED);
        site.awaitEmptyStore();
        site.assertUnharmed();
    }

    @Test
    void join_failsWhenCometIsDown() throws Exception {
        site.killComet();
        site.redeem(unit);
        assertThat(until(FAILED)).isLessThan(JOIN);
        assertThat(site.state(unit.rid())).contains("could not be written");
        site.startComet();
        assertAnotherJoins();
    }

    @Test
    void join_failsWhenCometAnswersGarbage() throws Exception {
        try (OneAnswer garbage = OneAnswer.garbage(site.comet().identity())) {
            site.line().lead(garbage.port());
            site.redeem(unit);
            assertThat(until(FAILED)).isLessThan(JOIN);
        }
        site.killComet();
        site.startComet();
        assertAnotherJoins();
    }

    @Test
    void join_isBoundedWhenCometIsSlow() throws Exception {
        site.line().delay(10_000);
        site.redeem(unit);
        assertThat(until(FAILED)).isLessThan(JOIN);
        site.line().delay(0);
        // The requests that are out have their time-out first: as long as they last, another's writes wait.
        site.awaitEmptyStore();
        assertAnotherJoins();
    }

    @Test
    void join_succeedsWhenCometRestartsMeanwhile() throws Exception {
        site.home().set("orca.comet.config.org.orcacomet.orca.am/join.timeout.ms", "60000");
        site.crash();
        site.killComet();
        site.redeem(unit);
        site.awaitTrace("join start");
        site.startComet();
        site.awaitState(unit.rid(), ACTIVE);
        assertThat(site.families(unit)).hasSize(5);
    }

    @Test
    void leave_isBoundedAndItsDeletesAreOwed() throws Exception {
        join();
        site.killComet();
        site.close(unit.rid());
        assertThat(until(CLOSED)).isLessThan(LEAVE);
        site.crash();
        site.startComet();
        assertAnotherJoins();
    }

    @Test
    void leave_isBoundedWhenCometIsSlow() throws Exception {
        join();
        site.line().delay(40_000);
        site.close(unit.rid());
        assertThat(until(CLOSED)).isLessThan(LEAVE);
        site.line().delay(0);
        site.awaitEmptyStore();
    }

    @Test
    void modify_failsWithoutTakingTheUnitDown() throws Exception {
        join();
        site.killComet();
        site.modify(unit.rid(), Recording.modify("plain-node0-01-modify"));
        site.awaitTrace("modify end of task");
        site.awaitState(unit.rid(), ACTIVE);
        assertThat(site.home().unit(unit.rid())).containsEntry("unit.modify.1.code", "1");
        site.startComet();
        assertThat(site.families(unit)).hasSize(5);
        site.close(unit.rid());
        site.awaitState(unit.rid(), CLOSED);
        assertAnotherJoins();
    }

    @Test
    void whatWasReportedAsDone_survivesAKillOfComet() throws Exception {
        join();
        site.killComet();
        site.startComet();
        assertThat(site.families(unit)).hasSize(5);
    }

    @Test
    void secrets_areNotInOrcasLog() throws Exception {
        join();
        site.close(unit.rid());
        site.awaitState(unit.rid(), CLOSED);
        assertThat(site.home().log())
                .noneMatch(line -> line.contains(unit.get("slice.comet.readToken")))
                .noneMatch(line -> line.contains(unit.get("slice.comet.writeToken")))
                .noneMatch(line -> line.contains("changeit"));
    }
}
