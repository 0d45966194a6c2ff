package org.orcacomet.store.accumulo.oldtable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text that is UTF-8 to the last byte. */
final class StrictUtf8 {
    private StrictUtf8() {}

    /** The text of these bytes; a refusal says of what they are. */
    static String decode(String what, byte[] bytes) throws BrokenEntry {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BrokenEntry(what + " is not UTF-8", e);
        }
    }
}
