package org.orcacomet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tasks with names of ours, each run by a build file in each Ant. */
class TasksTest {
    private static final String BUILD = "tasks.xml";
    private static final String ANTS = "org.orcacomet.tasks.Ant#all";

    @TempDir
    Path folder;

    private Ant joining(Ant ant, String rid) {
        return ant.recorded("storage-node0-01-join")
                .with("unit.rid", rid + ant)
                .with("file", folder.resolve("user-data.ini"));
    }

    private String userData() throws IOException {
        return new String(Files.readAllBytes(folder.resolve("user-data.ini")), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void userdata_writesTheFile_savesTokens_tellsInterfaces(Ant ant) throws IOException {
        Ran ran = joining(ant, "userdata").run(BUILD, "userdata");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls()).containsExactly("userData");
        assertThat(userData()).isEqualTo("[global]\ncometreadtoken=madeR\n");
        assertThat(ran.property("shirako.save.unit.comet.readToken")).isEqualTo("madeR");
        assertThat(ran.property("shirako.save.unit.comet.writeToken")).isEqualTo("madeW");
        assertThat(ran.property("made.interfaces")).isEqualTo("storage-1009.1009.fe:16:3e:00:19:ae ");
        assertThat(ran.property("shirako.target.code")).isEqualTo("null");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void userdata_isOnlyForItsOwner_andNothingElseIsLeftBeside(Ant ant) throws IOException {
        Files.write(folder.resolve("user-data.ini"), new byte[0]);

        joining(ant, "owner").run(BUILD, "userdata-without-interfaces");

        Path file = folder.resolve("user-data.ini");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("user-data.ini");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void join_writesTheFileFirst_andMayBeRepeated(Ant ant) throws IOException {
        Ran ran = joining(ant, "join").run(BUILD, "join-twice");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls()).containsExactly("userData", "join", "userData", "join");
        assertThat(userData()).contains("cometreadtoken=madeR");
        assertThat(ran.property("shirako.save.unit.comet.readToken")).isEqualTo("madeR");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void join_withoutAFile_writesNone(Ant ant) {
        Ran ran = joining(ant, "joinonly").run(BUILD, "join-without-file");

        assertThat(ran.calls()).containsExactly("join");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void join_whoseFileCannotBeWritten_isNotBegun(Ant ant) {
        Ran ran = joining(ant, "nofolder")
                .with("file", folder.resolve("absent/user-data.ini"))
                .run(BUILD, "join");

        assertThat(ran.failure()).contains("the folder of the user data file").contains("is not there");
        assertThat(ran.calls()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void tasks_inParallelWithinOneProject_doNotWaitForEachOther(Ant ant) {
        Ran ran = joining(ant, "parallel").logging(Ant.DEBUG).run(BUILD, "in-parallel");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.property("a")).isEqualTo(ran.property("b")).isNotEqualTo("null");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void modifyLeaveRemove_passTheUnitOn(Ant ant) {
        joining(ant, "verbs").run(BUILD, "modify");
        joining(ant, "verbs").run(BUILD, "remove");
        Ran ran = joining(ant, "verbs").run(BUILD, "leave");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls()).containsExactly("modify", "remove routes 10.0.0.0/8", "leave");
        assertThat(ran.set()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void put_takesNestedFields_whoseTextMayHaveLinesAndProperties(Ant ant) {
        Ran ran = joining(ant, "put").run(BUILD, "put");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls()).containsExactly("put scripts {body=#!/bin/sh\necho hello: $HOME, name=script_1}");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void put_canSayWhatPackedValuesCannot(Ant ant) {
        assertThat(joining(ant, "ipv6").run(BUILD, "put-ipv6").calls())
                .containsExactly("put routes {network=2001:db8::/32, nexthop=fe80::1}");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void allTasks_areThereByPlainNames_too(Ant ant) {
        Ran ran = joining(ant, "names").run(BUILD, "by-names");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.calls())
                .containsExactly("userData", "join", "modify", "put routes {network=a}", "remove routes a", "leave");
    }

    @ParameterizedTest
    @CsvSource({
        "userdata-without-file, comet:userdata: file is missing",
        "userdata-unset, 'comet:userdata: file is ${nobody.set.this}, a property that is not set'",
        "remove-nothing, comet:remove: key is missing",
        "remove-unset, 'comet:remove: key is ${nobody.set.this}, a property that is not set'",
        "put-nowhere, comet:put: section is missing",
        "put-nothing, comet:put: field is missing",
        "put-nameless, comet:put: name is missing",
        "put-valueless, comet:put: network is missing",
        "put-unset, 'comet:put: network is ${nobody.set.this}, a property that is not set'",
        "put-twice, comet:put: two fields have the name network",
    })
    void attributes_thatAreMissing_areNamed_andNothingIsAsked(String target, String text) {
        Ran ran = joining(Ant.ofOrca(), target).run(BUILD, target);

        assertThat(ran.failure()).isEqualTo(text);
        assertThat(ran.location()).contains("tasks.xml:");
        assertThat(ran.calls()).isEmpty();
    }
}
