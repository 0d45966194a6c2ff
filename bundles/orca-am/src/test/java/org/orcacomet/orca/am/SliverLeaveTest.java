package org.orcacomet.orca.am;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.orcacomet.orca.am.AggregateManager.scope;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.journal.JournalException;
import org.orcacomet.orca.spi.LifecycleException;

class SliverLeaveTest {
    private static final SliverSettings IMPATIENT = SliverSettings.defaults().leavingWithin(Duration.ZERO);

    private final Map<String, String> unit = Recorded.unit("boot-node0-01-leave");
    private final MemoryComet comet = new MemoryComet();

    @TempDir
    Path folder;

    private AggregateManager manager;

    @BeforeEach
    void start() throws JournalException {
        manager = AggregateManager.start(folder, comet);
    }

    @AfterEach
    void stop() {
        manager.close();
    }

    /** What the controller and, after it, the VM write. */
    private void writeSliceEntries() throws Exception {
        TokenPair tokens = TokenPair.of(
                TokenCodec.readToken(unit.get("slice.comet.readToken")),
                TokenCodec.writeToken(unit.get("slice.comet.writeToken")));
        comet.write(ScopeWrite.of(scope(unit, "hostsall"), tokens, ScopeValue.of("host")));
        comet.write(ScopeWrite.of(scope(unit, "pubkeysall"), tokens, ScopeValue.of("key")));
    }

    private void forget(String prefix) {
        unit.keySet().removeIf(key -> key.startsWith(prefix) || key.startsWith("shirako.save." + prefix));
    }

    @Test
    void leave_deletesTheUnitsScopesAndTheEntriesOfTheSlice() throws Exception {
        writeSliceEntries();
        unit.putAll(manager.slivers().join(unit).save());
        assertThat(comet.names()).hasSize(7);
        manager.slivers().leave(unit);
        assertThat(comet.names()).isEmpty();
        assertThat(manager.journal().status().claims()).isZero();
    }

    @Test
    void leave_ofAnotherLeavesThisOneAlone() throws Exception {
        writeSliceEntries();
        manager.slivers().join(unit);
        Map<String, String> other = new TreeMap<>(unit);
        other.put("unit.rid", "other");
        manager.slivers().join(other);
        manager.slivers().leave(other);
        assertThat(comet.names()).hasSize(7).allMatch(name -> name.endsWith(unit.get("unit.rid")));
    }

    @Test
    void leave_usesTheJournalsTokensWhereOrcaHasNone() throws Exception {
        writeSliceEntries();
        manager.slivers().join(unit);
        forget("slice.comet.");
        forget("unit.comet.");
        manager.slivers().leave(unit);
        assertThat(comet.names()).isEmpty();
    }

    @Test
    void leave_usesOrcasTokensWhereTheJournalHasNone() throws Exception {
        writeSliceEntries();
        manager.slivers().join(unit).save().forEach((name, value) -> unit.put("shirako.save." + name, value));
        manager.close();
        manager = AggregateManager.start(folder.resolve("new"), comet);
        manager.slivers().leave(unit);
        manager.awaitNothingOwed();
        assertThat(comet.names()).isEmpty();
    }

    @Test
    void leave_ofWhatNeverJoinedDoesNothing() throws Exception {
        forget("slice.comet.");
        manager.slivers().leave(unit);
        manager.slivers().leave(Recorded.unit("recovered-vlan0-01-leave"));
        assertThat(comet.revision()).isZero();
        assertThat(manager.journal().status().claims()).isZero();
    }

    @Test
    void leave_again_isNoError() throws Exception {
        unit.putAll(manager.slivers().join(unit).save());
        manager.slivers().leave(unit);
        manager.slivers().leave(unit);
        manager.slivers().ended(unit.get("unit.sliceid"), unit.get("unit.rid"));
        manager.awaitNothingOwed();
        assertThat(comet.names()).isEmpty();
        assertThat(manager.journal().status().claims()).isZero();
    }

    @Test
    void leave_withoutCometIsOwedAndPaidAfterARestart() throws Exception {
        writeSliceEntries();
        manager.slivers().join(unit);
        manager.close();
        manager = AggregateManager.startWithoutComet(folder, IMPATIENT);
        manager.slivers().leave(unit);
        assertThat(comet.names()).hasSize(7);
        assertThat(manager.slivers().health()).containsEntry("journal.owed", "7");
        manager.close();
        start();
        manager.awaitNothingOwed();
        assertThat(comet.names()).isEmpty();
    }

    @Test
    void leave_withHalfAConfigurationOrHalfTheTokensStillGivesUp() throws Exception {
        manager.slivers().join(unit);
        unit.remove("comet.cacert");
        unit.put("unit.comet.readToken", "alone");
        manager.slivers().leave(unit);
        assertThat(comet.names()).isEmpty();
    }

    @Test
    void leave_withCometOffGivesUpWhatTheJournalHas() throws Exception {
        manager.slivers().join(unit);
        unit.keySet().removeIf(key -> key.startsWith("comet"));
        manager.slivers().leave(unit);
        assertThat(comet.names()).isEmpty();
    }

    @Test
    void leave_refusesAMapThatNamesNoSliver() {
        unit.remove("unit.rid");
        assertThatThrownBy(() -> manager.slivers().leave(unit))
                .isInstanceOf(LifecycleException.class)
                .hasMessage("unit.rid is missing");
    }

    @Test
    void leave_afterACrashInJoinLeavesNothing() throws Exception {
        manager.close();
        manager = AggregateManager.startWithoutComet(folder, IMPATIENT);
        manager.slivers().userData(unit);
        manager.close();
        start();
        manager.slivers().leave(unit);
        assertThat(comet.names()).isEmpty();
        assertThat(manager.journal().status().claims()).isZero();
    }

    @Test
    void ended_cleansUpFromTheJournalAlone() throws Exception {
        writeSliceEntries();
        manager.slivers().join(unit);
        manager.close();
        start();
        manager.slivers().ended(unit.get("unit.sliceid"), unit.get("unit.rid"));
        manager.awaitNothingOwed();
        assertThat(comet.names()).isEmpty();
    }

    @Test
    void ended_isOwedAtOnce_andDoesNotWaitForComet() throws Exception {
        manager.slivers().join(unit);
        manager.close();
        manager = AggregateManager.startWithoutComet(
                folder, SliverSettings.defaults().leavingWithin(Duration.ofMinutes(1)));
        assertTimeout(
                Duration.ofSeconds(20), () -> manager.slivers().ended(unit.get("unit.sliceid"), unit.get("unit.rid")));
        assertThat(manager.slivers().health()).containsEntry("journal.owed", "7");
    }

    @Test
    void ended_ofWhatIsNotKnownIsNoError() throws Exception {
        manager.slivers().ended("slice", "reservation");
        assertThat(comet.revision()).isZero();
    }

    @Test
    void join_afterLeaveIsANewLife() throws Exception {
        Map<String, String> first = manager.slivers().join(unit).save();
        manager.slivers().leave(unit);
        assertThat(manager.slivers().join(unit).save()).isNotEqualTo(first);
        assertThat(comet.names()).hasSize(5);
    }
}
