package org.orcacomet.launcher.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComponentFailuresTest {
    @ParameterizedTest
    @CsvSource({
        "'java.io.IOException: port 80 is taken: name another\n\tat a.b(C:1)\nCaused by: java.net.BindException: in use',"
                + " port 80 is taken: name another",
        "'org.osgi.service.component.ComponentException: wrapped\nCaused by: a.B: the reason\nCaused by: a.C: deeper',"
                + " the reason",
        "'java.lang.reflect.InvocationTargetException\n\tat x\nCaused by: a.B: the reason', the reason",
        "a.B, a.B",
        "'', a component failed: see the log"
    })
    void sentence_isWhatTheComponentThrew(String stackTrace, String sentence) {
        assertThat(ComponentFailures.sentence(stackTrace)).isEqualTo(sentence);
    }
}
