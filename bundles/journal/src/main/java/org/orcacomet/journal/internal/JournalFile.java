package org.orcacomet.journal.internal;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.orcacomet.journal.Claim;
import org.orcacomet.journal.JournalException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that the claims are in: a line that names the format, and a frame for each append. An append that returns is
 * on disk. After one that failed nobody knows what the disk has, so the next one writes the file anew. Written through
 * RandomAccessFile: an interrupt would close a channel.
 */
final class JournalFile implements Closeable {
    static final String NAME = "journal";
    private static final String NEW_NAME = "journal.new";
    private static final byte[] FORMAT = "orca-comet journal 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final long WORTH_COMPACTING = 256 * 1024;
    private static final int TIMES_ITS_CONTENT = 4;
    private static final Logger LOG = LoggerFactory.getLogger(JournalFile.class);

    private final JournalFolder folder;
    private RandomAccessFile file;
    private long compacted;
    private long length;
    private boolean sound;

    JournalFile(JournalFolder folder) {
        this.folder = folder;
    }

    /** All changes that were appended, in order; none if there is no file yet. */
    List<Change> read() throws JournalException {
        Path path = folder.file(NAME);
        try {
            return Files.exists(path) ? changes(ByteBuffer.wrap(Files.readAllBytes(path))) : Collections.emptyList();
        } catch (IOException | IllegalArgumentException e) {
            throw new JournalException(
                    "journal file " + path + " cannot be read (" + JournalFolder.reason(e)
                            + "): restore it from a backup, or move it away and do without what it owes to COMET",
                    e);
        }
    }

    private List<Change> changes(ByteBuffer content) throws IOException {
        if (!ByteBuffer.wrap(FORMAT).equals(start(content))) {
            throw new IOException("it is no journal of this version");
        }
        List<Change> changes = new ArrayList<>();
        for (byte[] frame : Frames.read(content)) {
            changes.addAll(ChangeCodec.decode(frame));
        }
        if (content.hasRemaining()) {
            LOG.warn(
                    "journal file {}: the last {} bytes are of an append that was interrupted, and are dropped",
                    folder.file(NAME),
                    content.remaining());
        }
        return changes;
    }

    private static ByteBuffer start(ByteBuffer content) {
        byte[] start = new byte[Math.min(FORMAT.length, content.remaining())];
        content.get(start);
        return ByteBuffer.wrap(start);
    }

    /** When this returns the changes are on disk; when it throws they do not count. */
    void append(List<Change> changes, Supplier<Collection<Claim>> before) throws JournalException {
        try {
            if (!sound) {
                rewrite(before.get());
            }
            sound = false;
            write(Frames.frame(ChangeCodec.encode(changes)));
            sound = true;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private JournalException unwritable(IOException e) {
        return new JournalException(
                "journal file " + folder.file(NAME) + " cannot be written (" + JournalFolder.reason(e)
                        + "): free or repair the disk",
                e);
    }

    private void write(byte[] frame) throws IOException {
        try {
            file.seek(length);
            file.write(frame);
            file.getFD().sync();
            length += frame.length;
        } catch (IOException e) {
            cutOff(e);
            throw e;
        }
    }

    /** So that what did not count does not come back after a crash. */
    private void cutOff(IOException failure) {
        try {
            file.setLength(length);
            file.getFD().sync();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Writes the file anew if most of it is of the past. That it fails is no harm: it is tried again when there is more. */
    void compact(Supplier<Collection<Claim>> claims) {
        if (sound && length <= Math.max(WORTH_COMPACTING, TIMES_ITS_CONTENT * compacted)) {
            return;
        }
        try {
            rewrite(claims.get());
        } catch (IOException e) {
            compacted = length;
            LOG.warn("journal file {} cannot be compacted: {}", folder.file(NAME), JournalFolder.reason(e));
        }
    }

    /** Writes the file anew, with these claims and nothing else. */
    void renew(Collection<Claim> claims) throws JournalException {
        try {
            rewrite(claims);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Replaces the file by one that has these claims and nothing else; either is there after a crash. */
    private void rewrite(Collection<Claim> claims) throws IOException {
        Path next = folder.file(NEW_NAME);
        Files.deleteIfExists(next);
        RandomAccessFile written = folder.open(NEW_NAME);
        try {
            long size = fill(written, claims);
            sound = false;
            Files.move(next, folder.file(NAME), StandardCopyOption.ATOMIC_MOVE);
            close();
            file = written;
            length = size;
            compacted = size;
            folder.sync();
            sound = true;
        } finally {
            if (file != written) {
                written.close();
            }
        }
    }

    private static long fill(RandomAccessFile out, Collection<Claim> claims) throws IOException {
        out.write(FORMAT);
        for (Claim claim : claims) {
            out.write(Frames.frame(ChangeCodec.encode(Collections.singletonList(Change.to(claim)))));
        }
        out.getFD().sync();
        return out.getFilePointer();
    }

    /** What it holds is on disk already, so that closing it loses nothing. */
    @Override
    public void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            LOG.warn("journal file {} cannot be closed: {}", folder.file(NAME), JournalFolder.reason(e));
        }
    }
}
