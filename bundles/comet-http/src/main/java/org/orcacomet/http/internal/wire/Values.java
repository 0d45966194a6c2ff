package org.orcacomet.http.internal.wire;

import java.util.regex.Pattern;
import org.orcacomet.api.ScopeValue;

/** From the text of a body to a value: nothing at all, or JSON's null, is the null value; all else is kept as it is. */
final class Values {
    private static final Pattern NULL = Pattern.compile("([ \\t\\r\\n]*null[ \\t\\r\\n]*)?");

    private Values() {}

    static ScopeValue of(String text) {
        return NULL.matcher(text).matches() ? ScopeValue.ofNull() : ScopeValue.of(text);
    }
}
