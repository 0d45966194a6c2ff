package org.orcacomet.accumulo.ageing;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What the filter needs of a stored record, version 1: the byte 1; the revision, 8 bytes; when it was touched, 8 bytes;
 * two hashes of 49 bytes, each beginning with the byte 1; the creator's length, 2 bytes, and the creator; the kind.
 */
final class StoredAge {
    private static final byte V1 = 1;
    private static final int TOUCHED = 1 + Long.BYTES;
    private static final int HASHES = TOUCHED + Long.BYTES;
    private static final int HASH = 49;
    private static final int LENGTH = HASHES + 2 * HASH;
    private static final int CREATOR = LENGTH + Short.BYTES;
    private static final byte TOMBSTONE = 0;
    private static final byte TEXT = 2;

    private final long touched;
    private final boolean tombstone;

    private StoredAge(long touched, boolean tombstone) {
        this.touched = touched;
        this.tombstone = tombstone;
    }

    /** Empty if these bytes are no record of version 1. */
    static Optional<StoredAge> of(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        if (stored.length <= CREATOR || !isV1(stored)) {
            return Optional.empty();
        }
        int creator = bytes.getShort(LENGTH);
        if (creator < 0 || stored.length <= CREATOR + creator) {
            return Optional.empty();
        }
        byte kind = stored[CREATOR + creator];
        return Optional.of(new StoredAge(bytes.getLong(TOUCHED), kind == TOMBSTONE))
                .filter(age -> kind >= TOMBSTONE && kind <= TEXT);
    }

    private static boolean isV1(byte[] stored) {
        return stored[0] == V1 && stored[HASHES] == V1 && stored[HASHES + HASH] == V1;
    }

    long touched() {
        return touched;
    }

    boolean isTombstone() {
        return tombstone;
    }
}
