package org.orcacomet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Marked tokens and values go down every path, and come out in no message of Ant, whatever it is told to log. */
class SecretsTest {
    private static final String MARKED = Misbehaviour.SECRET;

    private static final List<Misbehaviour> SAYING =
            Arrays.asList(Misbehaviour.NONE, Misbehaviour.LIFECYCLE, Misbehaviour.TALKATIVE);

    @TempDir
    Path folder;

    static Stream<Arguments> paths() {
        List<Arguments> paths = new ArrayList<>();
        Ant.all().forEach(ant -> {
            for (int level = Ant.INFO; level <= Ant.DEBUG; level++) {
                for (Misbehaviour misbehaviour : SAYING) {
                    paths.add(Arguments.of(ant, level, misbehaviour));
                }
            }
        });
        return paths.stream();
    }

    private Ant marked(Ant ant, int level, Misbehaviour misbehaviour) {
        return ant.recorded("storage-node0-01-join")
                .logging(level)
                .with("orca.home", folder + "/")
                .with("work", folder)
                .with("file", folder.resolve("user-data.ini"))
                .with("unit.test.token", MARKED)
                .with("unit.test.throws", misbehaviour.name())
                .with("slice.comet.readToken", MARKED)
                .with("unit.comet.readToken", MARKED + "Old")
                .with("shirako.save.unit.comet.readToken", MARKED + "Old")
                .with("section", "storage")
                .with("key", "dev1")
                .with("value", "iscsi:10.0.0.2:3260:1:user:" + MARKED + ":yes:ext4::no:/mnt:" + MARKED);
    }

    private List<Ran> all(Ant ant) {
        List<Ran> all = new ArrayList<>();
        for (String target : new String[] {"userdata", "join", "modify", "put", "remove", "leave"}) {
            all.add(ant.run("tasks.xml", target));
        }
        for (String target : new String[] {"global-user-data", "generate", "add", "delete"}) {
            all.add(ant.run("legacy.xml", target));
        }
        for (String target : new String[] {"join", "modify.addiface", "leave"}) {
            all.add(ant.run(Paths.get("src/main/handlers/comet/handler.xml"), target));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("paths")
    void output_hasNoSecret(Ant ant, int level, Misbehaviour misbehaviour) {
        for (Ran ran : all(marked(ant, level, misbehaviour))) {
            assertThat(ran.failure()).matches(text -> text.isEmpty() == (misbehaviour == Misbehaviour.NONE), "fails");
            assertThat(ran.output() + ran.failure() + ran.property("shirako.target.code.message"))
                    .doesNotContain(MARKED)
                    .matches(text -> level < Ant.DEBUG || text.contains(" +Datatype "), "is a debug log");
        }
    }
}
