package org.orcacomet.store.rocksdb.internal;

import java.nio.ByteBuffer;
import org.orcacomet.api.Revision;

/** The numbers of the database, 8 bytes each: revisions, and the count of commits. */
final class Numbers {
    private Numbers() {}

    static byte[] encode(Revision revision) {
        return encode(revision.number());
    }

    static byte[] encode(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }

    static boolean isRevision(byte[] stored) {
        return stored.length == Long.BYTES && number(stored) > 0;
    }

    static Revision revision(byte[] stored) {
        return Revision.of(number(stored));
    }

    static long number(byte[] stored) {
        return ByteBuffer.wrap(stored).getLong();
    }
}
