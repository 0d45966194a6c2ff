package org.orcacomet.benchmarks.etcd;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.orcacomet.benchmarks.load.Language;
import org.orcacomet.benchmarks.load.Place;

/**
 * Calls of etcd's gRPC API: a frame with the headers and one with the message, of a stream that is still to be named.
 * Reads and lists are linearizable, which is etcd's default.
 */
final class EtcdLanguage implements Language {
    private static final String PUT = "/etcdserverpb.KV/Put";
    private static final String RANGE = "/etcdserverpb.KV/Range";
    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final int RANGE_END = 2;

    /** Places in the static table of HPACK. */
    private static final int METHOD_POST = 0x83;

    private static final int SCHEME_HTTPS = 0x87;
    private static final int AUTHORITY = 1;
    private static final int PATH = 4;
    private static final int[] CONTENT_TYPE = {0x0f, 31 - 0x0f};

    @Override
    public byte[] write(Place place, String value) {
        return call(PUT, new Protobuf().text(KEY, key(place)).text(VALUE, value));
    }

    @Override
    public byte[] read(Place place) {
        return call(RANGE, new Protobuf().text(KEY, key(place)));
    }

    @Override
    public byte[] list(String slice) {
        String prefix = slice + "/hostsall";
        return call(RANGE, new Protobuf().text(KEY, prefix + '/').text(RANGE_END, prefix + (char) ('/' + 1)));
    }

    private static String key(Place place) {
        return place.slice() + "/hostsall/" + place.machine();
    }

    private static byte[] call(String path, Protobuf message) {
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        frames.writeBytes(Frame.of(Frame.HEADERS, Frame.END_HEADERS, 0, headers(path)));
        frames.writeBytes(Frame.of(Frame.DATA, Frame.END_STREAM, 0, prefixed(message.bytes())));
        return frames.toByteArray();
    }

    /** As gRPC has it: not compressed, and the length. */
    private static byte[] prefixed(byte[] message) {
        return ByteBuffer.allocate(1 + Integer.BYTES + message.length)
                .put((byte) 0)
                .putInt(message.length)
                .put(message)
                .array();
    }

    private static byte[] headers(String path) {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        block.write(METHOD_POST);
        block.write(SCHEME_HTTPS);
        block.write(PATH);
        text(block, path);
        block.write(AUTHORITY);
        text(block, "localhost");
        block.write(CONTENT_TYPE[0]);
        block.write(CONTENT_TYPE[1]);
        text(block, "application/grpc");
        block.write(0);
        text(block, "te");
        text(block, "trailers");
        return block.toByteArray();
    }

    private static void text(ByteArrayOutputStream block, String text) {
        block.write(text.length());
        block.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
