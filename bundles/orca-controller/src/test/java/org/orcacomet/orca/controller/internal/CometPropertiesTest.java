package org.orcacomet.orca.controller.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CometPropertiesTest {
    private static CometProperties set(String names) {
        return CometProperties.of(Arrays.stream(names.split(" ")).collect(Collectors.toMap(n -> n, n -> "value")));
    }

    @ParameterizedTest
    @CsvSource({
        "comethost comet.cacert comet.clientkeystore",
        "comethost comet.cacert comet.clientcert comet.clientkey",
        "comethost comet.cacert comet.clientkeystore comet.clientkey"
    })
    void complete_takesHostCaAndAnIdentity(String names) {
        assertThat(set(names).complete()).isTrue();
        assertThat(set(names).missing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "comethost, comet.cacert comet.clientkeystore",
        "comet.clientkeystore, comethost comet.cacert",
        "comethost comet.cacert, comet.clientkeystore",
        "comethost comet.cacert comet.clientkey, comet.clientcert",
        "comet.clientcert, comethost comet.cacert comet.clientkey"
    })
    void missing_namesWhatIsNotSet(String names, String missing) {
        List<String> expected = Stream.of(missing.split(" ")).collect(Collectors.toList());
        assertThat(set(names).complete()).isFalse();
        assertThat(set(names).missing()).isEqualTo(expected);
    }

    @Test
    void missing_isNothingWhereNothingIsSet() {
        CometProperties blank = CometProperties.of(Collections.singletonMap("comethost", " "));
        assertThat(blank.complete()).isFalse();
        assertThat(blank.missing()).isEmpty();
    }
}
