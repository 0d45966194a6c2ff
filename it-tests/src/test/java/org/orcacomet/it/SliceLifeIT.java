package org.orcacomet.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orcacomet.demo.Demo;
import org.orcacomet.store.ScopeRecord;
import org.orcacomet.store.rocksdb.RocksDbScopeStore;
import org.orcacomet.userdata.GlobalName;
import org.orcacomet.userdata.UserData;
import picocli.CommandLine;

/** The demo, played once: the whole life of the recorded slice, through the distribution and the plugin's bundles. */
class SliceLifeIT {
    @TempDir
    static Path work;

    private static final StringWriter SHOWN = new StringWriter();
    private static int status;

    @BeforeAll
    static void play() {
        status = new CommandLine(new Demo())
                .setOut(new PrintWriter(SHOWN))
                .execute(
                        "--server", Built.SERVER.toString(),
                        "--extension", Built.EXTENSION.toString(),
                        "--cluster", "none",
                        "--work", work.toString());
    }

    private static Path run() throws IOException {
        try (Stream<Path> runs = Files.list(work)) {
            return runs.findFirst().orElseThrow();
        }
    }

    private static List<Path> userData() throws IOException {
        Path machines = run().resolve("vm");
        return Stream.of("Node0", "Node1", "Node2")
                .map(name -> machines.resolve(name).resolve("user-data"))
                .toList();
    }

    @Test
    void demo_endsWell() {
        assertThat(SHOWN.toString()).contains("All went well");
        assertThat(status).isZero();
    }

    @Test
    void demo_showsScopesOfTheMachinesAndNoneOfTheVlan() {
        assertThat(SHOWN.toString())
                .containsPattern("e0b2daa4 +users +Node0 +root \\(sudo, 2 keys\\); bob \\(2 keys\\)")
                .containsPattern("e0b2daa4 +hostsall +Node2 +Node2 10\\.103\\.0\\.13")
                .contains("fe163e0025ae up 172.16.100.0/24; fe163e006c1e up 172.16.0.0/30")
                .contains("VLAN0 gets no scope")
                .doesNotContainPattern("e0b2daa4 +\\w+ +VLAN0");
    }

    @Test
    void userData_isForItsOwnerAloneAndItsTokensAreShownNowhere() throws Exception {
        for (Path file : userData()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            for (String token : tokens(file)) {
                assertThat(SHOWN.toString()).doesNotContain(token);
            }
        }
    }

    private static List<String> tokens(Path file) throws Exception {
        UserData userData = UserData.parse(Files.readString(file));
        return Stream.of(
                        GlobalName.COMET_READ_TOKEN,
                        GlobalName.SLICE_COMET_READ_TOKEN,
                        GlobalName.SLICE_COMET_WRITE_TOKEN)
                .map(name -> userData.get(name).orElseThrow())
                .toList();
    }

    @Test
    void machine_knowsItsPeersThatAreStillThere() throws Exception {
        assertThat(Files.readString(run().resolve("vm/Node0/etc/hosts")))
                .isEqualTo("127.0.0.1\tlocalhost\n10.103.0.11\tNode0\n10.103.0.12\tNode1\n");
    }

    @Test
    void store_holdsTombstonesAlone() throws Exception {
        List<ScopeRecord> records = new ArrayList<>();
        try (RocksDbScopeStore store = RocksDbScopeStore.open(run().resolve("service/store"))) {
            store.scan(records::add);
        }
        assertThat(records).hasSizeGreaterThanOrEqualTo(21).allMatch(ScopeRecord::deleted);
    }

    @Test
    void tokens_areInClearInNoLogAndNoStore() throws Exception {
        List<String> tokens = new ArrayList<>();
        for (Path file : userData()) {
            tokens.addAll(tokens(file));
        }
        tokens.add("AAAAB3NzaC1yc2EAAAADAQABAAAAgQC1root1");
        Secrets.assertNowhere(tokens, run().resolve("service"), run().resolve("plugin/plugin.log"));
    }
}
