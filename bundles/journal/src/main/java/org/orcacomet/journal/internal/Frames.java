package org.orcacomet.journal.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A file as a row of frames, one for each append: length, checksum of the length, checksum of the content, content. The
 * length has its own checksum so that a damaged one in the middle is not taken for a frame that was cut short.
 */
final class Frames {
    private static final int HEAD = 12;

    private Frames() {}

    static byte[] frame(byte[] content) {
        ByteBuffer frame = ByteBuffer.allocate(HEAD + content.length);
        frame.putInt(content.length);
        frame.putInt(checksum(content.length));
        frame.putInt(checksum(content));
        return frame.put(content).array();
    }

    /**
     * The contents of the frames from here on. What an append that was interrupted left at the end is not among them;
     * the buffer's position is then at its begin.
     *
     * @throws IOException if a frame is damaged that others follow
     */
    static List<byte[]> read(ByteBuffer file) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        int end = file.position();
        Optional<byte[]> next = next(file);
        while (next.isPresent()) {
            contents.add(next.get());
            end = file.position();
            next = next(file);
        }
        file.position(end);
        return contents;
    }

    private static Optional<byte[]> next(ByteBuffer file) throws IOException {
        int start = file.position();
        if (file.remaining() < HEAD) {
            return Optional.empty();
        }
        int length = file.getInt();
        if (file.getInt() != checksum(length)) {
            file.position(start);
            return nothingBut0(file);
        }
        int sum = file.getInt();
        return length > file.remaining() ? Optional.empty() : content(file, length, sum);
    }

    private static Optional<byte[]> content(ByteBuffer file, int length, int sum) throws IOException {
        byte[] content = new byte[length];
        int start = file.position();
        file.get(content);
        if (checksum(content) == sum) {
            return Optional.of(content);
        }
        return file.hasRemaining() ? damaged(start) : Optional.empty();
    }

    /** Some file systems show zeros where an append was to be when the power went. */
    private static Optional<byte[]> nothingBut0(ByteBuffer file) throws IOException {
        int start = file.position();
        while (file.hasRemaining()) {
            if (file.get() != 0) {
                return damaged(start);
            }
        }
        return Optional.empty();
    }

    private static Optional<byte[]> damaged(int at) throws IOException {
        throw new IOException("damaged at byte " + at);
    }

    private static int checksum(int length) {
        return checksum(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    }

    private static int checksum(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, bytes.length);
        return (int) crc.getValue();
    }
}
