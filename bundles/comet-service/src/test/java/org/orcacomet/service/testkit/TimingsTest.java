package org.orcacomet.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TimingsTest {
    private static final long[] ONE = LongStream.range(0, 1_000).toArray();
    private static final long[] LATER = LongStream.range(500, 1_500).toArray();
    private static final long[] MUCH_LATER = LongStream.range(5_000, 6_000).toArray();

    @Test
    void overlap_isThePartInCommon() {
        assertThat(Timings.overlap(ONE, ONE)).isCloseTo(1, within(1e-9));
        assertThat(Timings.overlap(ONE, LATER)).isCloseTo(0.5, within(0.02));
        assertThat(Timings.overlap(ONE, MUCH_LATER)).isZero();
    }

    @Test
    void slower_isHalfWhereNothingCanBeTold() {
        assertThat(Timings.slower(ONE, ONE)).isEqualTo(0.5);
        assertThat(Timings.slower(ONE, LATER)).isCloseTo(0.875, within(0.01));
        assertThat(Timings.slower(ONE, MUCH_LATER)).isEqualTo(1);
    }
}
