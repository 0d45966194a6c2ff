package org.orcacomet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A handler that was written for ORCA's tasks runs with the line added in each target, and its clean-up replaced. */
class StockHandlerTest {
    private static final String ITS_OWN = "<taskdef resource=\"stock/ec2.properties\"/>";
    private static final String ADDED = "<taskdef resource=\"org/orcacomet/tasks/ec2.properties\"/>";
    private static final String CLEAN_UP = "<exec executable=\"${work}/clean-up.sh\" failonerror=\"true\"/>";
    private static final String ANTS = "org.orcacomet.tasks.Ant#all";

    @TempDir
    Path folder;

    private Path changed() throws IOException {
        String stock = new String(Files.readAllBytes(Ant.resource("stock/handler.xml")), StandardCharsets.UTF_8);
        String changed = stock.replace(ITS_OWN, ITS_OWN + ADDED).replace(CLEAN_UP, "<comet.leave/>");
        return Files.write(folder.resolve("handler.xml"), changed.getBytes(StandardCharsets.UTF_8));
    }

    private Ant with(Ant ant, String recorded, String rid) {
        return ant.recorded(recorded).with("unit.rid", rid + ant).with("work", folder);
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void join_writesUserDataAndFamilies(Ant ant) throws IOException {
        Ran ran = with(ant, "storage-node0-01-join", "stock-join").run(changed(), "join");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls()).containsExactly("userData", "join");
        assertThat(ran.output()).contains("attach storage-1009.1009.fe:16:3e:00:19:ae ");
        assertThat(ran.property("shirako.save.unit.comet.readToken")).isEqualTo("madeR");
        assertThat(ran.property("shirako.target.code")).isEqualTo("0");
        assertThat(folder.resolve(ran.property("unit.id") + ".ini")).isNotEmptyFile();
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void addiface_putsTheInterface(Ant ant) throws IOException {
        Ran ran = with(ant, "plain-node0-01-modify", "stock-addiface").run(changed(), "modify.addiface");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls())
                .containsExactly("put interfaces {ip=172.16.0.0/30, ipversion=ipv4, mac=fe:16:3e:00:6c:1e, state=up}");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void ssh_putsTheUser(Ant ant) throws IOException {
        Ran ran = with(ant, "plain-node0-01-modify", "stock-ssh")
                .with("modify.1.login", "carol")
                .with("modify.1.keys", "ssh-rsa AAAA carol")
                .run(changed(), "modify.ssh");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls()).containsExactly("put users {keys=ssh-rsa AAAA carol, login=carol, sudo=no}");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void leave_leaves(Ant ant) throws IOException {
        Ran ran = with(ant, "storage-node0-01-leave", "stock-leave").run(changed(), "leave");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls()).containsExactly("leave");
    }
}
