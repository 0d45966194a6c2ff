package org.orcacomet.benchmarks.etcd;

import java.nio.ByteBuffer;

/** A frame of HTTP/2: its head of nine bytes, and what follows it. */
final class Frame {
    static final int HEAD = 9;
    static final int STREAM_AT = 5;

    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int RESET = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GO_AWAY = 7;
    static final int WINDOW_UPDATE = 8;

    static final int END_STREAM = 1;
    static final int ACKNOWLEDGED = 1;
    static final int END_HEADERS = 4;

    private static final int BYTE = 8;

    private Frame() {}

    static byte[] of(int type, int flags, int stream, byte[] payload) {
        return ByteBuffer.allocate(HEAD + payload.length)
                .put((byte) (payload.length >> 2 * BYTE))
                .putShort((short) payload.length)
                .put((byte) type)
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    /** The server may send so many bytes more. */
    static byte[] window(int bytes) {
        return of(
                WINDOW_UPDATE,
                0,
                0,
                ByteBuffer.allocate(Integer.BYTES).putInt(bytes).array());
    }

    /** One setting of ours. */
    static byte[] setting(int name, int value) {
        byte[] payload = ByteBuffer.allocate(Short.BYTES + Integer.BYTES)
                .putShort((short) name)
                .putInt(value)
                .array();
        return of(SETTINGS, 0, 0, payload);
    }
}
