package org.orcacomet.launcher.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
    @ParameterizedTest
    @CsvSource({
        "org.orcacomet.http/port=8111, org.orcacomet.http, port, 8111",
        "a/b=/c=d/, a, b, /c=d/",
        "a/b=, a, b, ''",
        "'a/b=x y\nz', a, b, 'x y\nz'"
    })
    void parse_splitsAtTheFirstSlashAndTheFirstEqualsSign(String text, String pid, String key, String value) {
        assertThat(Setting.parse(text)).isEqualTo(new Setting(pid, key, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "a/secret", "/b=secret", "a/=secret", "a=secret", "a b/c=secret"})
    void parse_refusesWithoutRepeatingTheText(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Setting.parse(text))
                .withMessageContaining("PID/key=value")
                .withMessageNotContaining("secret");
    }

    @Test
    void toString_showsNoValue() {
        assertThat(Setting.parse("a/b=secret")).hasToString("a/b");
    }
}
