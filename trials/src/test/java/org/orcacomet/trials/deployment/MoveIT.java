package org.orcacomet.trials.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.trials.service.Answer;
import org.orcacomet.trials.service.Launch;
import org.orcacomet.trials.service.ServiceProcess;
import org.orcacomet.trials.service.WireCaller;

/** All scopes of a service with the embedded store are taken to a head on Accumulo, and back, by the distribution's commands. */
class MoveIT {
    private static final int SCOPES = 200;
    private static final TokenPair OTHERS =
            TokenPair.of(TokenCodec.readToken("MarkedOther1"), TokenCodec.writeToken("MarkedOther2"));

    @TempDir
    Path folder;

    private static ScopeKey key(int i) {
        return ScopeKey.of(ContextId.parse("slice-" + i % 5), Family.parse("hostsall"), EntryKey.parse("unit-" + i));
    }

    private static TokenPair tokens(int i) {
        return TokenPair.of(TokenCodec.readToken("MarkedRead1" + i), TokenCodec.writeToken("MarkedWrite1" + i));
    }

    private static void fill(WireCaller caller) throws Exception {
        for (int i = 0; i < SCOPES; i++) {
            assertThat(caller.write(key(i), tokens(i), "[" + i + "]").isOk()).isTrue();
        }
        assertThat(caller.delete(key(0), tokens(0)).isOk()).isTrue();
    }

    private String move(ServiceProcess from, ServiceProcess to, String name) throws Exception {
        String file = folder.resolve(name).toString();
        DistributionCommand.run(folder, from, List.of("export", file));
        return DistributionCommand.run(folder, to, List.of("import", file));
    }

    private static void assertAllAreValid(WireCaller from, WireCaller to) throws Exception {
        for (int i = 0; i < SCOPES; i++) {
            Answer moved = to.read(key(i), tokens(i).read());
            assertThat(moved.isOk()).isTrue();
            assertThat(moved.body())
                    .isEqualTo(from.read(key(i), tokens(i).read()).body());
            assertThat(to.write(key(i), OTHERS, "[]").isOk()).isEqualTo(i == 0);
        }
        assertThat(to.write(key(1), tokens(1), "[new]").isOk()).isTrue();
    }

    @Test
    void scopes_areTakenFromRocksDbToAccumuloWithTheirTokensAndBack() throws Exception {
        AccumuloStore table = new AccumuloStore(SharedCluster.get(), folder);
        Launch rocksdb = Launch.of(DistributionCommand.SERVER, folder.resolve("rocksdb"));
        Launch accumulo = Launch.of(DistributionCommand.SERVER, folder.resolve("head"))
                .with(table.arguments(Duration.ofMinutes(1)));
        try (ServiceProcess one =
                        rocksdb.with("--set", DistributionCommand.ADMIN).start();
                ServiceProcess head =
                        accumulo.with("--set", DistributionCommand.ADMIN).start()) {
            fill(one.caller(0));
            assertThat(move(one, head, "there.export")).contains(SCOPES + " were taken");
            assertThat(move(one, head, "again.export")).contains(" 0 were taken");
            assertAllAreValid(one.caller(0), head.caller(0));
            assertThat(move(head, one, "back.export")).contains(" 2 were taken");
            assertThat(one.caller(0).read(key(1), tokens(1).read()).text()).contains("[new]");
        }
    }
}
