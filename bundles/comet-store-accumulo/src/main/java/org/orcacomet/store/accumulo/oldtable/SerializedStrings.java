package org.orcacomet.store.accumulo.oldtable;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A {@code String[]} as Java serialises it, read by hand: no byte of it can name a class that would be made. Its stream
 * is a header that is always the same, the number of elements, and each as null, as a text, or as a reference back to
 * a text that came before.
 */
final class SerializedStrings {
    /** Magic and version; an array of a new class; its name, its serial version, serialisable, no field, no parent. */
    private static final byte[] BEGINNING = HexFormat.of()
            .parseHex("aced0005" + "7572" + "0013" + "5b4c6a6176612e6c616e672e537472696e673b" //
                    + "add256e7e91d7b47" + "02" + "0000" + "7870");

    private static final byte NULL = 0x70;
    private static final byte REFERENCE = 0x71;
    private static final byte STRING = 0x74;
    private static final byte LONG_STRING = 0x7c;

    /** The class is 0, the array 1: the first text is 2. */
    private static final int FIRST_TEXT = 0x7e0002;

    private final ByteBuffer in;
    private final List<String> texts = new ArrayList<>();

    private SerializedStrings(ByteBuffer in) {
        this.in = in;
    }

    /**
     * The elements; empty where one is null.
     *
     * @throws BrokenEntry if the bytes are anything but one such array
     */
    static List<Optional<String>> parse(byte[] bytes) throws BrokenEntry {
        int mismatch = Arrays.mismatch(bytes, BEGINNING);
        BrokenEntry.require(
                mismatch < 0 || mismatch >= bytes.length || mismatch >= BEGINNING.length,
                "its value is no array of texts as Java serialises it");
        BrokenEntry.require(bytes.length > BEGINNING.length, "its value is cut short");
        ByteBuffer rest = ByteBuffer.wrap(bytes, BEGINNING.length, bytes.length - BEGINNING.length);
        try {
            return new SerializedStrings(rest).elements();
        } catch (BufferUnderflowException e) {
            throw new BrokenEntry("its value is cut short", e);
        }
    }

    private List<Optional<String>> elements() throws BrokenEntry {
        int length = in.getInt();
        BrokenEntry.require(length >= 0, "its value is an array of negative length");
        List<Optional<String>> elements = new ArrayList<>();
        while (elements.size() < length) {
            elements.add(element());
        }
        BrokenEntry.require(!in.hasRemaining(), "something follows the end of its value");
        return elements;
    }

    private Optional<String> element() throws BrokenEntry {
        return switch (in.get()) {
            case NULL -> Optional.empty();
            case STRING -> Optional.of(text(Short.toUnsignedInt(in.getShort())));
            case LONG_STRING -> Optional.of(text(in.getLong()));
            case REFERENCE -> Optional.of(earlier(in.getInt()));
            default -> throw new BrokenEntry("its value holds something else than texts");
        };
    }

    private String text(long length) throws BrokenEntry {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        String text = ModifiedUtf8.decode(in.slice(in.position(), (int) length));
        in.position(in.position() + (int) length);
        texts.add(text);
        return text;
    }

    private String earlier(int handle) throws BrokenEntry {
        int index = handle - FIRST_TEXT;
        BrokenEntry.require(index >= 0 && index < texts.size(), "its value refers to a text that is not there");
        return texts.get(index);
    }
}
