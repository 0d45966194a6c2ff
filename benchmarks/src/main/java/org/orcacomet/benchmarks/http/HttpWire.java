package org.orcacomet.benchmarks.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.orcacomet.benchmarks.load.Wire;

/** HTTP/1.1, as little of it as it takes: a request as it is, an answer of 200 with its length. */
final class HttpWire implements Wire {
    private static final String SUCCESS = "HTTP/1.1 200";
    private static final String LENGTH = "\ncontent-length:";
    private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[1 << 14];
    private int filled;

    HttpWire(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    @Override
    public int call(byte[] request) throws IOException {
        out.write(request);
        filled = 0;
        int body = afterHead();
        String head = new String(buffer, 0, body, StandardCharsets.ISO_8859_1);
        int end = body + length(head);
        while (filled < end) {
            fill();
        }
        if (!head.startsWith(SUCCESS)) {
            throw new IOException("answered " + new String(buffer, 0, end, StandardCharsets.UTF_8));
        }
        return end - body;
    }

    private int afterHead() throws IOException {
        for (int at = 0; ; at++) {
            while (filled < at + BLANK_LINE.length) {
                fill();
            }
            if (Arrays.equals(buffer, at, at + BLANK_LINE.length, BLANK_LINE, 0, BLANK_LINE.length)) {
                return at + BLANK_LINE.length;
            }
        }
    }

    private static int length(String head) throws IOException {
        int begin = head.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        if (begin < 0) {
            throw new IOException("an answer does not say how long it is: " + head);
        }
        begin += LENGTH.length();
        return Integer.parseInt(head.substring(begin, head.indexOf('\r', begin)).strip());
    }

    private void fill() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * filled);
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        if (count < 0) {
            throw new EOFException("the connection was closed");
        }
        filled += count;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
