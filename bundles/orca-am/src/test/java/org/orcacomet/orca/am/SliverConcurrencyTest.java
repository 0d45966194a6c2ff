package org.orcacomet.orca.am;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orcacomet.orca.am.AggregateManager.scope;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.userdata.family.FamilyCodec;
import org.orcacomet.userdata.family.Interface;
import org.orcacomet.userdata.family.Section;

/** Changes of one family at once lose nothing. */
class SliverConcurrencyTest {
    private static final int CHANGES = 40;

    private final Map<String, String> unit = Recorded.unit("plain-node0-01-modify");
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @TempDir
    Path folder;

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private static String mac(int number) {
        return String.format("fe163e00%04x", number);
    }

    private Callable<Void> add(SliverScopes slivers, int number) {
        Map<String, String> modify = new HashMap<>(unit);
        modify.put("modify.1.mac", mac(number));
        return () -> {
            slivers.modify(modify);
            return null;
        };
    }

    private void run(List<Callable<Void>> changes) throws Exception {
        for (Future<Void> change : threads.invokeAll(changes)) {
            change.get();
        }
    }

    private Set<String> macs(MemoryComet comet) {
        ScopeValue value = ScopeValue.of(comet.text(scope(unit, "interfaces")).get());
        Set<String> macs = new HashSet<>();
        FamilyCodec.decode(Section.INTERFACES, value).stream()
                .map(Interface::mac)
                .forEach(macs::add);
        return macs;
    }

    @Test
    void modify_inOneProcessLosesNothing() throws Exception {
        MemoryComet comet = new MemoryComet();
        try (AggregateManager manager = AggregateManager.start(folder, comet)) {
            manager.slivers().join(unit);
            run(changes(manager.slivers(), manager.slivers()));
        }
        assertThat(macs(comet)).hasSize(CHANGES);
    }

    @Test
    void modify_inOneProcessLosesNothingWithAServerThatCountsNoRevisions() throws Exception {
        MemoryComet comet = new MemoryComet() {
            @Override
            Optional<Revision> shown(long number) {
                return Optional.empty();
            }
        };
        try (AggregateManager manager = AggregateManager.start(folder, comet)) {
            manager.slivers().join(unit);
            run(changes(manager.slivers(), manager.slivers()));
        }
        assertThat(macs(comet)).hasSize(CHANGES);
    }

    @Test
    void modify_inTwoProcessesLosesNothing() throws Exception {
        MemoryComet comet = new MemoryComet();
        try (AggregateManager one = AggregateManager.start(folder.resolve("one"), comet);
                AggregateManager two = AggregateManager.start(folder.resolve("two"), comet)) {
            unit.putAll(one.slivers().join(unit).save());
            run(changes(one.slivers(), two.slivers()));
        }
        assertThat(macs(comet)).hasSize(CHANGES);
    }

    private List<Callable<Void>> changes(SliverScopes one, SliverScopes two) {
        List<Callable<Void>> changes = new ArrayList<>();
        for (int i = 0; i < CHANGES; i++) {
            changes.add(add(i % 2 == 0 ? one : two, i));
        }
        return changes;
    }
}
