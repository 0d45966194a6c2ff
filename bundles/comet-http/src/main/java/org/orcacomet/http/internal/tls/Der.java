package org.orcacomet.http.internal.tls;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** As much of DER as it takes to put an old form of private key into PKCS#8. */
final class Der {
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int SEQUENCE = 0x30;
    static final int CONTEXT_0 = 0xA0;

    private static final int LONG_FORM = 0x80;

    private Der() {}

    /** An element of this tag around these contents. */
    static byte[] element(int tag, byte[]... contents) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] content : contents) {
            body.writeBytes(content);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        writeLength(element, body.size());
        element.writeBytes(body.toByteArray());
        return element.toByteArray();
    }

    /** The content of the first element with this tag, directly within a sequence. */
    static Optional<byte[]> find(int tag, byte[] sequence) {
        try {
            ByteBuffer elements = ByteBuffer.wrap(content(SEQUENCE, ByteBuffer.wrap(sequence)));
            while (elements.hasRemaining()) {
                int found = elements.get(elements.position()) & 0xFF;
                byte[] content = content(found, elements);
                if (found == tag) {
                    return Optional.of(content);
                }
            }
            return Optional.empty();
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("is damaged: its DER ends too early", e);
        }
    }

    private static byte[] content(int tag, ByteBuffer in) {
        if ((in.get() & 0xFF) != tag) {
            throw new IllegalArgumentException("is damaged: its DER is of another kind than its PEM label says");
        }
        int length = readLength(in);
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] content = new byte[length];
        in.get(content);
        return content;
    }

    private static int readLength(ByteBuffer in) {
        int first = in.get() & 0xFF;
        if (first < LONG_FORM) {
            return first;
        }
        int length = 0;
        for (int i = first - LONG_FORM; i > 0; i--) {
            length = length << 8 | in.get() & 0xFF;
        }
        return length;
    }

    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length < LONG_FORM) {
            out.write(length);
            return;
        }
        int octets = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
        out.write(LONG_FORM + octets);
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
            out.write(length >>> shift);
        }
    }
}
