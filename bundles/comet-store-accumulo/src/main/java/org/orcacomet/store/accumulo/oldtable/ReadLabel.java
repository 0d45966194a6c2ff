package org.orcacomet.store.accumulo.oldtable;

import java.util.regex.Pattern;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.TokenCodec;

/** The read token of an entry: the one label of its cell's visibility, in quotes where it has unusual characters. */
final class ReadLabel {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_:./-]+");
    private static final String SEVERAL = "its visibility is not one label, and so no read token";

    private ReadLabel() {}

    /** The token in this visibility. */
    static ReadToken parse(byte[] visibility) throws BrokenEntry {
        String expression = StrictUtf8.decode("its visibility", visibility);
        BrokenEntry.require(!expression.isEmpty(), "it has no visibility, and so no read token");
        String label = BARE.matcher(expression).matches() ? expression : unquoted(expression);
        return BrokenEntry.unlessRefused(() -> TokenCodec.readToken(label));
    }

    private static String unquoted(String expression) throws BrokenEntry {
        int end = expression.length() - 1;
        BrokenEntry.require(end > 0 && expression.charAt(0) == '"' && expression.charAt(end) == '"', SEVERAL);
        StringBuilder label = new StringBuilder(end);
        for (int i = 1; i < end; i++) {
            BrokenEntry.require(expression.charAt(i) != '"', SEVERAL);
            if (expression.charAt(i) == '\\') {
                i++;
                BrokenEntry.require(i < end && isEscaped(expression.charAt(i)), SEVERAL);
            }
            label.append(expression.charAt(i));
        }
        return label.toString();
    }

    private static boolean isEscaped(char c) {
        return c == '"' || c == '\\';
    }
}
