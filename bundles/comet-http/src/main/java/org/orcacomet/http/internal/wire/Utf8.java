package org.orcacomet.http.internal.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometRejected;

/** Text that must be UTF-8, every byte of it, so that encoding it again gives the same bytes. */
final class Utf8 {
    private Utf8() {}

    /** The text of these bytes; the refusal says that this is what was not UTF-8. */
    static String decode(byte[] bytes, String what) throws CometRejected {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CometRejected(CometCode.BAD_REQUEST, what + " is not UTF-8");
        }
    }

    /** Whether this text can be stored as UTF-8: a JSON string can hold half a character. */
    static boolean encodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
