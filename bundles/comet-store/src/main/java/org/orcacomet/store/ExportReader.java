package org.orcacomet.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.orcacomet.api.ContextId;

/**
 * Reads an export, part by part. A part that is handed out is exactly what was written, and all before it were too; that
 * nothing is missing is known only at the end. For one thread.
 */
public final class ExportReader {
    private final InputStream in;
    private final ExportFrame frames = new ExportFrame();
    private Optional<ContextId> last = Optional.empty();
    private ExportCounts counts = ExportCounts.NONE;

    /**
     * Begins to read this stream.
     *
     * @throws DamagedExport if it does not begin as an export of this version
     */
    public ExportReader(InputStream in) throws IOException, DamagedExport {
        this.in = in;
        byte[] expected = ExportFrame.beginning();
        byte[] found = in.readNBytes(expected.length);
        int version = expected.length - 1;
        int common = Arrays.mismatch(found, expected);
        require(found.length > 0, "it is empty");
        require(common < 0 || common == found.length || common == version, "it is no export of COMET");
        require(found.length == expected.length, "it is cut short before its first record");
        require(common < 0, "it is an export of version " + found[version] + ", and this COMET reads version 1");
    }

    /**
     * The next part; empty at the end, when the export has proved to be whole.
     *
     * @throws DamagedExport if it is damaged or cut short here
     */
    public Optional<ExportPart> next() throws IOException, DamagedExport {
        ByteBuffer frame = frame();
        byte kind = frame.get();
        ByteBuffer content = frame.position(ExportFrame.HEAD).slice();
        if (kind == ExportFrame.END) {
            requireEnd(content);
            return Optional.empty();
        }
        ExportPart part = decode(content);
        counts = counts.plus(
                !last.equals(Optional.of(part.context())),
                part.listing().records().size());
        last = Optional.of(part.context());
        return Optional.of(part);
    }

    /** How much was read. */
    public ExportCounts counts() {
        return counts;
    }

    /** Reads all that is left, and says how much it was altogether. */
    public ExportCounts verify() throws IOException, DamagedExport {
        while (next().isPresent()) {
            // Whether it is whole is all that counts.
        }
        return counts;
    }

    private ByteBuffer frame() throws IOException, DamagedExport {
        byte[] head = exactly(ExportFrame.HEAD);
        int length = ByteBuffer.wrap(head).getInt(1);
        requireWhole(head[0] == ExportFrame.PART || head[0] == ExportFrame.END);
        requireWhole(length >= 0 && length <= ExportFrame.LONGEST);
        byte[] frame = Arrays.copyOf(head, ExportFrame.HEAD + length);
        System.arraycopy(exactly(length), 0, frame, ExportFrame.HEAD, length);
        requireWhole(MessageDigest.isEqual(exactly(ExportFrame.HASH), frames.hash(frame)));
        return ByteBuffer.wrap(frame);
    }

    private byte[] exactly(int length) throws IOException, DamagedExport {
        byte[] bytes = in.readNBytes(length);
        require(bytes.length == length, "it is cut short after " + counts.records() + " records");
        return bytes;
    }

    private ExportPart decode(ByteBuffer content) throws DamagedExport {
        try {
            return PartCodec.decode(content);
        } catch (IllegalArgumentException e) {
            throw new DamagedExport("after " + counts.records() + " records it holds what this COMET cannot read", e);
        }
    }

    private void requireEnd(ByteBuffer content) throws IOException, DamagedExport {
        requireWhole(content.remaining() == 2 * Long.BYTES);
        requireWhole(counts.equals(new ExportCounts(content.getLong(), content.getLong())));
        require(in.read() < 0, "something follows its end");
    }

    private void requireWhole(boolean holds) throws DamagedExport {
        require(holds, "it is damaged after " + counts.records() + " records");
    }

    private static void require(boolean holds, String violation) throws DamagedExport {
        if (!holds) {
            throw new DamagedExport(violation);
        }
    }
}
