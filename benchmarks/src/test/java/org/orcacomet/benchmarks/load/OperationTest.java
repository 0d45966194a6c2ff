package org.orcacomet.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationTest {
    private static final Language WORDS = new Language() {
        @Override
        public byte[] write(Place place, String value) {
            return "write".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] read(Place place) {
            return "read".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] list(String slice) {
            return "list".getBytes(StandardCharsets.UTF_8);
        }
    };

    @ParameterizedTest
    @CsvSource({
        "WRITE, write, 10000, 1",
        "READ, read, 10000, 300",
        "ENUMERATE_10, list, 1000, 3000",
        "ENUMERATE_1000, list, 10, 300000",
        "FRESH_READ, read, 10000, 300",
    })
    void requests_areOfOneKind(Operation operation, String word, int count, int least) {
        assertThat(operation.requests(WORDS)).hasSize(count).allSatisfy(request -> {
            assertThat(request.bytes()).asString(StandardCharsets.UTF_8).isEqualTo(word);
            assertThat(request.least()).isEqualTo(least);
        });
    }

    @Test
    void mixed_isAVirtualMachinesRound() {
        Map<String, Long> counts = Arrays.stream(Operation.MIXED.requests(WORDS))
                .collect(Collectors.groupingBy(
                        request -> new String(request.bytes(), StandardCharsets.UTF_8), Collectors.counting()));

        assertThat(counts).isEqualTo(Map.of("read", 7_000L, "write", 1_000L, "list", 2_000L));
    }

    @Test
    void values_areAllOfTheSameLength() {
        assertThat(Population.LARGE_SLICES.places().map(Values::of))
                .allSatisfy(value -> assertThat(value).hasSize(Values.BYTES));
    }
}
