package org.orcacomet.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ORCA is to store on the unit: it takes a changed value only where a user property is overwritten as one. */
class SavedValuesTest {
    private static final String READ = "unit.comet.readToken";
    private static final String WRITE = "unit.comet.writeToken";
    private static final String SAVE = "shirako.save.";
    private static final String ANTS = "org.orcacomet.tasks.Ant#all";

    private static Ant knowing(Ant ant, String token) {
        return ant.recorded("storage-node0-01-join")
                .with(SAVE + READ, token + "R")
                .with(READ, token + "R")
                .with(SAVE + WRITE, token + "W")
                .with(WRITE, token + "W");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void newValue_isSet(Ant ant) {
        Ran ran = ant.recorded("storage-node0-01-join").run("tasks.xml", "join-without-file");

        assertThat(ran.set()).containsExactly(SAVE + READ, SAVE + WRITE);
        assertThat(ran.property(READ)).isEqualTo("null");
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void sameValue_isNotSet(Ant ant) {
        Ran ran = knowing(ant, "made").run("tasks.xml", "join-without-file");

        assertThat(ran.failure()).isEmpty();
        assertThat(ran.set()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource(ANTS)
    void changedValue_overwritesTheUserProperty_underBothNames(Ant ant) {
        Ran ran = knowing(ant, "old").run("tasks.xml", "join-without-file");

        assertThat(ran.set())
                .containsExactly("user " + SAVE + READ, "user " + READ, "user " + SAVE + WRITE, "user " + WRITE);
        assertThat(ran.user(SAVE + READ)).isEqualTo("madeR");
        assertThat(ran.user(WRITE)).isEqualTo("madeW");
    }
}
