package org.orcacomet.http.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Test
    void buckets_countAllThatTookNoLonger() {
        Histogram histogram = new Histogram();
        for (Duration took : new Duration[] {Duration.ofMillis(1), Duration.ofMillis(3), Duration.ofSeconds(11)}) {
            histogram.record(took.toNanos());
        }
        Exposition text = new Exposition().histogram("time_seconds", "How long.");
        histogram.tell(text, "call", "a\"b");
        assertThat(text.toString().lines())
                .startsWith("# HELP time_seconds How long.", "# TYPE time_seconds histogram")
                .contains(
                        "time_seconds_bucket{call=\"a\\\"b\",le=\"0.001\"} 1",
                        "time_seconds_bucket{call=\"a\\\"b\",le=\"0.0025\"} 1",
                        "time_seconds_bucket{call=\"a\\\"b\",le=\"0.005\"} 2",
                        "time_seconds_bucket{call=\"a\\\"b\",le=\"10.0\"} 2",
                        "time_seconds_bucket{call=\"a\\\"b\",le=\"+Inf\"} 3",
                        "time_seconds_sum{call=\"a\\\"b\"} 11.004",
                        "time_seconds_count{call=\"a\\\"b\"} 3");
    }
}
