package org.orcacomet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The handler that is shipped, with what ORCA handed to one. */
class HandlerTest {
    private static final Path HANDLER = Paths.get("src/main/handlers/comet/handler.xml");
    private static final String ANTS = "org.orcacomet.tasks.Ant#all";

    @TempDir
    Path home;

    private Ant with(Ant ant, String recorded, String rid) {
        return ant.recorded(recorded).with("unit.rid", rid + ant).with("orca.home", home + "/");
    }

    private Path program(String... lines) throws IOException {
        Path program = home.resolve("program.sh");
        Files.write(program, ("#!/bin/sh\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void join_thenLeave_leavesNoUserDataBehind(Ant ant) {
        Ran joined = with(ant, "storage-node0-01-join", "handler").run(HANDLER, "join");
        Path file = home.resolve("orca-comet/user-data/" + joined.property("unit.id") + ".ini");

        assertThat(joined.failure()).isEmpty();
        assertThat(joined.property("shirako.target.code.message")).isEqualTo("joined");
        assertThat(file).hasContent("[global]\ncometreadtoken=madeR");

        Ran left = with(ant, "storage-node0-01-join", "handler").run(HANDLER, "leave");
        assertThat(left.failure()).isEmpty();
        assertThat(left.calls()).containsExactly("userData", "join", "leave");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "modify.addiface",
                "modify.removeiface",
                "modify.ssh",
                "modify.addstorage",
                "modify.removestorage",
                "modify.restart"
            })
    void modify_isOneTaskForAll(String target) {
        Ran ran = with(Ant.ofOrca(), "plain-node0-01-modify", target).run(HANDLER, target);

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls()).containsExactly("modify");
        assertThat(ran.property("shirako.target.code.message")).isEqualTo("modified");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void theSitesProgram_isCalledAfterComet_withTheInterfaces(Ant ant) throws IOException {
        Ran ran = with(ant, "storage-node0-01-join", "program")
                .with(
                        "handler.comet.program",
                        program("echo \"called: $* $COMET_UNIT $COMET_INTERFACES\"; cat \"$COMET_USER_DATA\""))
                .run(HANDLER, "join");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.output())
                .contains("called: join " + ran.property("unit.id") + " storage-1009.1009.fe:16:3e:00:19:ae")
                .contains("cometreadtoken=madeR");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void theSitesProgram_failsTheTarget_withAText(Ant ant) throws IOException {
        Ran ran = with(ant, "plain-node0-01-modify", "failing")
                .with("handler.comet.program", program("exit 3"))
                .run(HANDLER, "modify.addiface");

        assertThat(ran.failure()).contains("returned: 3");
        assertThat(ran.property("shirako.target.code.message")).isEqualTo("null");
        assertThat(ran.location()).contains("handler.xml:");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void theSitesProgram_doesNotHearOfWhatCometRefused(Ant ant) throws IOException {
        Ran ran = with(ant, "plain-node0-01-modify", "refused")
                .with("handler.comet.program", program("echo called"))
                .with("unit.test.throws", "LIFECYCLE")
                .run(HANDLER, "modify.addiface");

        assertThat(ran.failure()).isEqualTo("comet:modify: COMET is down");
        assertThat(ran.output()).doesNotContain("called");
    }
}
