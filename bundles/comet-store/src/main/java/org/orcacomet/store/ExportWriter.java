package org.orcacomet.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Revision;

/**
 * Writes an export: contexts and records as they are, with their guards, revisions and times. A part goes out when it
 * has 1,000 records or a mebibyte. It is an export only once {@link #end} has returned. For one thread.
 */
public final class ExportWriter {
    private static final int RECORDS_PER_PART = 1000;
    private static final int BYTES_PER_PART = 1 << 20;

    private final OutputStream out;
    private final ExportFrame frames = new ExportFrame();
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private final DataOutputStream content = new DataOutputStream(part);
    private Optional<ContextId> context = Optional.empty();
    private Optional<Revision> revision = Optional.empty();
    private boolean begins;
    private int records;
    private ExportCounts counts = ExportCounts.NONE;

    /** Begins an export to this stream, which is written to in large pieces, and neither flushed nor closed. */
    public ExportWriter(OutputStream out) throws IOException {
        this.out = out;
        out.write(ExportFrame.beginning());
    }

    /** Writes all that a store holds, and the end. */
    public static ExportCounts write(ScopeStore store, OutputStream out) throws IOException, StoreUnavailable {
        ExportWriter writer = new ExportWriter(out);
        try {
            store.scan(new Scanned(writer));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return writer.end();
    }

    /** Writes a context; its records come next, if it has any. */
    public void context(ContextId next, Revision reached) throws IOException {
        begin(next, Optional.of(reached));
    }

    /** Writes a record; one of a context that was not begun begins it, without a revision of its own. */
    public void record(ScopeRecord record) throws IOException {
        if (!context.equals(Optional.of(record.key().context()))) {
            begin(record.key().context(), Optional.empty());
        } else if (records == RECORDS_PER_PART || part.size() >= BYTES_PER_PART) {
            flush();
            beginPart();
        }
        byte[] stored = RecordCodec.encode(record);
        requireRoom(stored.length);
        name(record.key().family().toString());
        name(record.key().key().toString());
        content.writeInt(stored.length);
        content.write(stored);
        records++;
    }

    /** Writes the end: how much it was. */
    public ExportCounts end() throws IOException {
        flush();
        frame(
                ExportFrame.END,
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(counts.contexts())
                        .putLong(counts.records())
                        .array());
        return counts;
    }

    private void begin(ContextId next, Optional<Revision> reached) throws IOException {
        flush();
        begins = !context.equals(Optional.of(next));
        context = Optional.of(next);
        revision = reached;
        beginPart();
    }

    private void beginPart() throws IOException {
        name(context.orElseThrow().toString());
        content.writeLong(revision.map(Revision::number).orElse(0L));
    }

    private void flush() throws IOException {
        if (part.size() > 0) {
            frame(ExportFrame.PART, part.toByteArray());
            counts = counts.plus(begins, records);
            begins = false;
            records = 0;
            part.reset();
        }
    }

    private void frame(byte kind, byte[] body) throws IOException {
        byte[] frame = ExportFrame.of(kind, body);
        out.write(frame);
        out.write(frames.hash(frame));
    }

    private void name(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        content.writeShort(utf8.length);
        content.write(utf8);
    }

    private static void requireRoom(int length) throws IOException {
        int most = ExportFrame.LONGEST / 2;
        if (length > most) {
            throw new IOException("a record takes more than the " + most + " bytes that an export can hold");
        }
    }

    /** What a scan shows, written. */
    private record Scanned(ExportWriter writer) implements ScopeStore.Visitor {
        @Override
        public void visit(ContextId context, Revision revision) {
            write(() -> writer.context(context, revision));
        }

        @Override
        public void visit(ScopeRecord record) {
            write(() -> writer.record(record));
        }

        private static void write(Writing writing) {
            try {
                writing.write();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }
}
