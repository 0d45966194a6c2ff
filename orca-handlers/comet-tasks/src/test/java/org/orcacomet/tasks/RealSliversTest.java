package org.orcacomet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tasks over the real slivers; what these do with COMET is tested where they are. */
class RealSliversTest {
    private static final String ANTS = "org.orcacomet.tasks.Ant#all";

    @TempDir
    Path folder;

    private Ant with(Ant ant, String recorded) {
        return ant.recorded(recorded).with("unit.test.journal", folder.resolve("journal"));
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void recordedMacAndNothingElse_isOneClearError(Ant ant) {
        String missing = "modify.1.hosteth is missing; modify.1.mac is no MAC address of twelve hexadecimal digits";

        Ran ran = with(ant, "node0-01-modify").run("tasks.xml", "modify");

        assertThat(ran.failure()).isEqualTo("comet:modify: " + missing);
        assertThat(ran.property("shirako.target.code.message")).isEqualTo(ran.failure());
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void recordedMacAndNothingElse_isOneClearError_byOrcasTask_too(Ant ant) {
        Ran ran = with(ant, "node0-01-modify")
                .with("section", "interfaces")
                .with("key", "fe:16:00")
                .with("value", "up:ipv4:${modify.1.ip}")
                .run("legacy.xml", "add");

        assertThat(ran.failure()).isEqualTo("ec2.comet.data: mac is no MAC address of twelve hexadecimal digits");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void withCometOff_theUserDataIsTheOldIni_andNoTokensAreSaved(Ant ant) throws Exception {
        Path file = folder.resolve("user-data.ini");
        Ant plain = with(ant, "storage-node0-01-join").with("file", file).without("comethost");
        Stream.of("cacert", "clientcert", "clientkey", "clientkeystore", "clientkeystorepwd")
                .forEach(each -> plain.without("comet." + each));

        Ran ran = plain.run("legacy.xml", "global-user-data");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.property("ifaces")).isEqualTo("storage-1009.1009.fe:16:3e:00:19:ae ");
        assertThat(ran.set()).containsExactly("ifaces");
        assertThat(Files.readAllLines(file)).contains("[users]", "[interfaces]", "fe163e0019ae=up:ipv4:10.104.0.0/24");
    }
}
