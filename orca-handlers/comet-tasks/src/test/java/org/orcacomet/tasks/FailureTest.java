package org.orcacomet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong, a BuildException with a text and a location leaves a task, and nothing else. */
class FailureTest {
    private static final String BUILD = "tasks.xml";
    private static final String ANTS = "org.orcacomet.tasks.Ant#all";

    @TempDir
    Path folder;

    static Stream<Arguments> failures() {
        return Ant.all()
                .flatMap(ant -> Stream.of(
                        Arguments.of(ant, Misbehaviour.LIFECYCLE, "COMET is down"),
                        Arguments.of(ant, Misbehaviour.NO_TEXT, "failed: org.orcacomet.orca.spi.LifecycleException"),
                        Arguments.of(ant, Misbehaviour.RUNTIME, "failed: java.lang.IllegalArgumentException"),
                        Arguments.of(ant, Misbehaviour.TALKATIVE, "failed: java.lang.IllegalArgumentException"),
                        Arguments.of(ant, Misbehaviour.ERROR, "failed: java.lang.AssertionError"),
                        Arguments.of(ant, Misbehaviour.OVERFLOW, "failed: java.lang.StackOverflowError"),
                        Arguments.of(ant, Misbehaviour.CIRCULAR, "failed: java.lang.IllegalStateException"),
                        Arguments.of(ant, Misbehaviour.INTERRUPTED, "interrupted while it waited")));
    }

    private Ant misbehaving(Ant ant, Misbehaviour misbehaviour) {
        return ant.recorded("storage-node0-01-join")
                .with("file", folder.resolve("user-data.ini"))
                .with("unit.test.throws", misbehaviour.name());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatThePluginThrows_isABuildExceptionWithTextAndLocation(Ant ant, Misbehaviour thrown, String text) {
        for (String verb : new String[] {"userdata", "join-without-file", "modify", "remove", "put", "leave"}) {
            Ran ran = misbehaving(ant, thrown).run(BUILD, verb);

            assertThat(ran.failure()).startsWith("comet:").endsWith(text);
            assertThat(ran.location()).contains("tasks.xml:");
            assertThat(ran.property("shirako.target.code")).isEqualTo("1");
            assertThat(ran.property("shirako.target.code.message")).isEqualTo(ran.failure());
        }
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void failure_keepsTheInterruptThatItStandsFor(Ant ant) {
        assertThat(misbehaving(ant, Misbehaviour.INTERRUPTED)
                        .run(BUILD, "leave")
                        .interrupted())
                .isTrue();
        assertThat(misbehaving(ant, Misbehaviour.RUNTIME).run(BUILD, "leave").interrupted())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void interruptedThread_writesItsFile_andStaysInterrupted(Ant ant) {
        Ran ran = misbehaving(ant, Misbehaviour.NONE).interrupted().run(BUILD, "join");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.interrupted()).isTrue();
        assertThat(folder.resolve("user-data.ini")).isNotEmptyFile();
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void contextClassLoader_isOursDuringTheTask_andTheOldOneAfterwards(Ant ant) throws Exception {
        URLClassLoader left = new URLClassLoader(new URL[0], null);
        left.close();
        for (Misbehaviour misbehaviour : new Misbehaviour[] {Misbehaviour.NONE, Misbehaviour.ERROR}) {
            String rid = "context" + misbehaviour + ant;
            Ran ran = misbehaving(ant, misbehaviour)
                    .with("unit.rid", rid)
                    .inContext(left)
                    .run(BUILD, "leave");

            assertThat(ran.calls()).containsExactly("leave");
            assertThat(ran.context()).isSameAs(left);
        }
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void failure_overwritesACodeThatTheHandlerSetTooEarly(Ant ant) {
        Ran ran = misbehaving(ant, Misbehaviour.LIFECYCLE)
                .with("shirako.target.code", "0")
                .run(BUILD, "leave");

        assertThat(ran.user("shirako.target.code")).isEqualTo("1");
    }
}
