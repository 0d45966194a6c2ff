package org.orcacomet.store.rocksdb.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;

/**
 * The keys of the database, version 1. A context's counter is under {@code context NUL}, a record under
 * {@code context NUL family NUL key}; a name holds no NUL. So a context's counter comes first, and right after it its
 * records, in the order of their names. A key of NUL alone is for probes, {@code NUL c} has the number of
 * commits, {@code NUL m} the note on the manifest.
 */
final class Names {
    private static final byte NUL = 0;
    private static final byte AFTER_NUL = 1;

    private Names() {}

    static byte[] probe() {
        return new byte[] {NUL};
    }

    static byte[] commits() {
        return new byte[] {NUL, 'c'};
    }

    static byte[] manifest() {
        return new byte[] {NUL, 'm'};
    }

    static byte[] counter(ContextId context) {
        return joined(context + "\0");
    }

    /** Comes before all contexts' keys, and after those that are none's. */
    static byte[] firstContext() {
        return new byte[] {AFTER_NUL};
    }

    /** Comes after all keys of the context that this one is of, and before those of the next. */
    static byte[] afterContext(byte[] key) {
        int end = indexOf(key, NUL);
        byte[] after = Arrays.copyOf(key, end + 1);
        after[end] = AFTER_NUL;
        return after;
    }

    static byte[] family(ContextId context, Family family) {
        return joined(context + "\0" + family + "\0");
    }

    static byte[] record(ScopeKey key) {
        return joined(key.context() + "\0" + key.family() + "\0" + key.key());
    }

    /** The scope whose record is under this key; empty if it is another kind of key. */
    static Optional<ScopeKey> scope(byte[] key) {
        String[] parts = new String(key, StandardCharsets.UTF_8).split("\0", -1);
        return parts.length == 3 ? Optional.of(scope(parts)) : Optional.empty();
    }

    /** The context whose counter is under this key; empty if it is another kind of key. */
    static Optional<ContextId> counted(byte[] key) {
        boolean counter = key.length > 1 && key[0] != NUL && indexOf(key, NUL) == key.length - 1;
        return counter
                ? Optional.of(ContextId.parse(new String(key, 0, key.length - 1, StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    private static int indexOf(byte[] key, byte wanted) {
        int at = 0;
        while (at < key.length && key[at] != wanted) {
            at++;
        }
        return at;
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static ScopeKey scope(String[] parts) {
        return ScopeKey.of(ContextId.parse(parts[0]), Family.parse(parts[1]), EntryKey.parse(parts[2]));
    }

    private static byte[] joined(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
