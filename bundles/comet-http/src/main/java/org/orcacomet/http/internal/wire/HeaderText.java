package org.orcacomet.http.internal.wire;

import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpField;
import org.orcacomet.api.CometRejected;

/** The text of a header: UTF-8, though HTTP hands each byte over as a character of its own. */
final class HeaderText {
    private HeaderText() {}

    static String decode(HttpField field, String name) throws CometRejected {
        String value = field.getValue();
        return value == null ? "" : Utf8.decode(value.getBytes(StandardCharsets.ISO_8859_1), name);
    }
}
