package org.orcacomet.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;

/** From the content of an export's part to its records, as {@link ExportFrame} has it. */
final class PartCodec {
    private PartCodec() {}

    /**
     * The part with this content.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ExportPart decode(ByteBuffer content) {
        try {
            ContextId context = ContextId.parse(name(content));
            Optional<Revision> revision =
                    Optional.of(content.getLong()).filter(number -> number != 0).map(Revision::of);
            List<ScopeRecord> records = new ArrayList<>();
            while (content.hasRemaining()) {
                records.add(record(context, content));
            }
            return new ExportPart(context, new Listing(records, revision));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a part is cut short", e);
        }
    }

    private static ScopeRecord record(ContextId context, ByteBuffer content) {
        Family family = Family.parse(name(content));
        ScopeKey key = ScopeKey.of(context, family, EntryKey.parse(name(content)));
        return RecordCodec.decode(key, bytes(content, content.getInt()));
    }

    private static String name(ByteBuffer content) {
        return new String(bytes(content, Short.toUnsignedInt(content.getShort())), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer content, int length) {
        if (length < 0 || length > content.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        content.get(bytes);
        return bytes;
    }
}
