package org.orcacomet.benchmarks.etcd;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.orcacomet.benchmarks.load.Wire;

/**
 * gRPC over HTTP/2, as little of it as it takes: one call at a time, each a stream of its own. A call that fails has
 * no message in its answer. Requests are far smaller than the window that the server opens with each answer, so this
 * side keeps no account of it.
 */
final class GrpcWire implements Wire {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int STREAM_WINDOW_SETTING = 4;
    private static final int WINDOW = 1 << 30;
    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private int stream = -1;
    private int answered;
    private int taken;

    GrpcWire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
        this.out = socket.getOutputStream();
        byte[] settings = Frame.setting(STREAM_WINDOW_SETTING, WINDOW);
        byte[] window = Frame.window(WINDOW);
        out.write(ByteBuffer.allocate(PREFACE.length + settings.length + window.length)
                .put(PREFACE)
                .put(settings)
                .put(window)
                .array());
    }

    @Override
    public int call(byte[] request) throws IOException {
        stream += 2;
        answered = 0;
        out.write(ofThisStream(request));
        while (!ends()) {
            continue;
        }
        if (answered == 0) {
            throw new IOException("a call was refused");
        }
        openWindow();
        return answered;
    }

    private byte[] ofThisStream(byte[] request) {
        byte[] copy = request.clone();
        ByteBuffer frames = ByteBuffer.wrap(copy);
        int headers = frames.getInt(0) >>> Byte.SIZE;
        frames.putInt(Frame.STREAM_AT, stream);
        frames.putInt(Frame.HEAD + headers + Frame.STREAM_AT, stream);
        return copy;
    }

    /** Takes in a frame; whether it was the answer's last one. */
    private boolean ends() throws IOException {
        int head = in.readInt();
        int length = head >>> Byte.SIZE;
        int type = head & 0xff;
        int flags = in.readUnsignedByte();
        in.readInt();
        switch (type) {
            case Frame.DATA -> {
                in.skipNBytes(length);
                answered += length;
            }
            case Frame.SETTINGS, Frame.PING -> acknowledge(type, flags, in.readNBytes(length));
            case Frame.RESET, Frame.GO_AWAY ->
                throw new IOException("ended the call: " + Arrays.toString(in.readNBytes(length)));
            default -> in.skipNBytes(length);
        }
        return (type == Frame.DATA || type == Frame.HEADERS) && (flags & Frame.END_STREAM) != 0;
    }

    private void acknowledge(int type, int flags, byte[] payload) throws IOException {
        if ((flags & Frame.ACKNOWLEDGED) == 0) {
            out.write(Frame.of(type, Frame.ACKNOWLEDGED, 0, type == Frame.PING ? payload : new byte[0]));
        }
    }

    private void openWindow() throws IOException {
        taken += answered;
        if (taken > WINDOW / 2) {
            out.write(Frame.window(taken));
            taken = 0;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
