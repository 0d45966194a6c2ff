package org.orcacomet.benchmarks.etcd;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProtobufTest {
    @Test
    void text_isItsFieldItsLengthAndItsBytes() {
        assertThat(new Protobuf().text(1, "k").text(2, "ü").bytes()).containsExactly(0x0a, 1, 'k', 0x12, 2, 0xc3, 0xbc);
    }

    @Test
    void text_ofMoreThan127BytesHasALengthOfTwo() {
        assertThat(new Protobuf().text(2, "x".repeat(300)).bytes()).hasSize(303).startsWith(0x12, 0xac, 2);
    }
}
