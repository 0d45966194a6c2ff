package org.orcacomet.http.internal.wire;

import java.io.ByteArrayOutputStream;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometRejected;

/**
 * Decodes what clients put in a query. They encode as HTML forms do, so {@code +} means a blank, as {@code %20} does;
 * a plus sign is {@code %2B}.
 */
final class PercentCoding {
    private static final int HEX = 16;

    private PercentCoding() {}

    static String decode(String encoded) throws CometRejected {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(octet(encoded, i + 1));
                i += 2;
            } else {
                bytes.write(c == '+' ? ' ' : ascii(c));
            }
        }
        return Utf8.decode(bytes.toByteArray(), "a parameter");
    }

    private static int octet(String encoded, int start) throws CometRejected {
        if (start + 2 > encoded.length()) {
            throw undecodable();
        }
        int high = Character.digit(ascii(encoded.charAt(start)), HEX);
        int low = Character.digit(ascii(encoded.charAt(start + 1)), HEX);
        if (high < 0 || low < 0) {
            throw undecodable();
        }
        return high * HEX + low;
    }

    private static char ascii(char c) throws CometRejected {
        if (c >= 0x80) {
            throw undecodable();
        }
        return c;
    }

    private static CometRejected undecodable() {
        return new CometRejected(CometCode.BAD_REQUEST, "a parameter is not percent-encoded");
    }
}
