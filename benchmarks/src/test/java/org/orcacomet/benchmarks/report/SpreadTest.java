package org.orcacomet.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void of_isLeastMedianAndMost() {
        assertThat(Spread.of(DoubleStream.of(3, 1, 2)))
                .isEqualTo(new Spread(1, 2, 3))
                .hasToString("2.00 (1.00-3.00)");
        assertThat(Spread.of(DoubleStream.of(4, 1, 2, 3))).isEqualTo(new Spread(1, 2.5, 4));
    }
}
