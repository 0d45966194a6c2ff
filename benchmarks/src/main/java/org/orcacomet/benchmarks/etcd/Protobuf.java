package org.orcacomet.benchmarks.etcd;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A protobuf message of texts. */
final class Protobuf {
    private static final int LENGTH_DELIMITED = 2;
    private static final int SEVEN_BITS = 7;
    private static final int MORE = 0x80;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** And this field. */
    Protobuf text(int field, String value) {
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        varint(field << 3 | LENGTH_DELIMITED);
        varint(encoded.length);
        bytes.writeBytes(encoded);
        return this;
    }

    private void varint(int number) {
        int rest = number;
        while (rest >= MORE) {
            bytes.write(rest & MORE - 1 | MORE);
            rest >>>= SEVEN_BITS;
        }
        bytes.write(rest);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
