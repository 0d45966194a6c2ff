package org.orcacomet.store.accumulo.oldtable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.WriteToken;

/**
 * What today's server keeps in a cell: the flag of deletion, the write token, the value, its own version, the time of
 * deletion and, in entries that are not very old, the time of the write.
 *
 * @param token the write token
 * @param value empty if it was deleted
 * @param at when it was deleted or, if it was not, written; empty if that is not said
 */
record OldValue(WriteToken token, Optional<ScopeValue> value, Optional<Instant> at) {
    private static final int DELETED = 0;
    private static final int WRITE_TOKEN = 1;
    private static final int VALUE = 2;
    private static final int DELETION_TIME = 4;
    private static final int WRITE_TIME = 5;

    private static final Pattern NULL = Pattern.compile("([ \\t\\r\\n]*null[ \\t\\r\\n]*)?");

    /** From the bytes of a cell's value. */
    static OldValue parse(byte[] bytes) throws BrokenEntry {
        List<Optional<String>> elements = SerializedStrings.parse(bytes);
        int length = elements.size();
        BrokenEntry.require(
                length == WRITE_TIME || length == WRITE_TIME + 1,
                "its value has " + length + " elements, where today's server writes 5 or 6");
        boolean deleted = flag(elements.get(DELETED));
        Optional<Instant> written = length == WRITE_TIME ? Optional.empty() : OldTime.parse(elements.get(WRITE_TIME));
        return new OldValue(
                token(elements.get(WRITE_TOKEN)),
                deleted ? Optional.empty() : Optional.of(value(elements.get(VALUE))),
                deleted ? OldTime.parse(elements.get(DELETION_TIME)).or(() -> written) : written);
    }

    private static boolean flag(Optional<String> text) throws BrokenEntry {
        return switch (text.orElse("").strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> true;
            case "false", "0", "" -> false;
            default -> throw new BrokenEntry("its flag of deletion is neither true nor false");
        };
    }

    private static WriteToken token(Optional<String> text) throws BrokenEntry {
        return BrokenEntry.unlessRefused(() -> TokenCodec.writeToken(text.orElse("")));
    }

    /** As the service takes a body: nothing at all, or JSON's null, is the null value. */
    private static ScopeValue value(Optional<String> text) throws BrokenEntry {
        if (NULL.matcher(text.orElse("")).matches()) {
            return ScopeValue.ofNull();
        }
        return BrokenEntry.unlessRefused(() -> ScopeValue.of(text.orElseThrow()));
    }
}
