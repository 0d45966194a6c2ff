package org.orcacomet.store.accumulo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orcacomet.api.Revision;

class CounterTest {
    private static Counter after(Optional<Counter> first, int writes) {
        Optional<Counter> counter = first;
        for (int i = 1; i <= writes; i++) {
            counter = Optional.of(Counter.after(counter, Revision.of(i)));
        }
        return counter.orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, Counter.IDS, Counter.IDS + 1})
    void bytes_areReadAsTheyWereWritten(int writes) {
        Counter counter = after(Optional.empty(), writes);
        assertThat(Counter.decode(counter.encode())).isEqualTo(counter);
        assertThat(counter.ids()).hasSize(Math.min(writes, Counter.IDS));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 9, 16})
    void bytes_thatAreCutShortAreRefused(int length) {
        byte[] cut = Arrays.copyOf(after(Optional.empty(), 1).encode(), length);
        assertThatThrownBy(() -> Counter.decode(cut)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bytes_neverComeTwice() {
        Counter first = after(Optional.empty(), 1);
        assertThat(first.renewed().encode()).isNotEqualTo(first.renewed().encode());
        assertThat(first.renewed().revision()).isEqualTo(first.revision());
    }

    @Test
    void ids_reachBackAsFarAsTheyAreKept() {
        Counter first = after(Optional.empty(), 1);
        assertThat(after(Optional.of(first), Counter.IDS - 1).reachesBackTo(Optional.of(first)))
                .isTrue();
        assertThat(after(Optional.of(first), Counter.IDS).reachesBackTo(Optional.of(first)))
                .isFalse();
        assertThat(after(Optional.empty(), Counter.IDS - 1).reachesBackTo(Optional.empty()))
                .isTrue();
        assertThat(after(Optional.empty(), Counter.IDS).reachesBackTo(Optional.empty()))
                .isFalse();
    }
}
