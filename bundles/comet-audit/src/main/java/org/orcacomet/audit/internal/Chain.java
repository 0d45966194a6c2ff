package org.orcacomet.audit.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.orcacomet.audit.AuditSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lines of an audit, file after file, each with the hash of the one before. Lines are written into memory that
 * outlives the process; {@link #tend} has them on the disk. Safe for use by many threads.
 */
public final class Chain implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Chain.class);

    private final AuditFolder folder;
    private final AuditSettings settings;
    private final Reserve reserve;
    private final Hash hash = new Hash();
    private LogFile file;
    private final Deque<LogFile> before = new ArrayDeque<>();
    private String last;
    private LastNote noted;
    private long rotateAt;
    private boolean onReserve;
    private boolean closed;
    private volatile Optional<String> fault = Optional.empty();

    private Chain(AuditFolder folder, AuditSettings settings, Mended left) throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.reserve = new Reserve(folder.reserve(), settings.reserveBytes());
        this.file = LogFile.open(folder.current(), left.length());
        this.last = left.hash();
        this.noted = new LastNote(last, folder.lastNumber());
        this.rotateAt = settings.fileMaxBytes();
    }

    /**
     * Goes on where the audit of this folder ended. If the disk is full it has a fault until there is room.
     *
     * @throws IOException if that cannot be
     */
    public static Chain open(AuditFolder folder, AuditSettings settings) throws IOException {
        Mended left = Mended.of(folder);
        Chain chain = new Chain(folder, settings, left);
        chain.file.trim();
        if (left.torn() > 0) {
            LOG.warn(
                    "The audit's last line was torn, as a kill leaves it; {} bytes that nobody was answered for are cut"
                            + " off.",
                    left.torn());
        }
        chain.requireLast();
        chain.makeReserve();
        LOG.info("The audit goes on after the line with the hash {}.", left.hash());
        return chain;
    }

    /** That no line is missing at the end, as far as can be told: the last one that was on the disk is noted. */
    private void requireLast() throws IOException {
        String noted = LastNote.read(folder.last()).map(LastNote::hash).orElse(last);
        if (!noted.equals(last) && !new Tails(folder).has(noted)) {
            LOG.error(
                    "Lines are missing at the end of the audit in {}, or were changed: look at it with admin audit"
                            + " verify.",
                    folder.path());
        }
    }

    /** Why lines cannot be written, or only those of changes that are under way. */
    public Optional<String> fault() {
        return fault;
    }

    /**
     * Adds lines that are whole but for their ends. When this returns they survive the end of the process.
     *
     * @throws IOException if they cannot be written, not even where bytes are kept for that
     */
    public synchronized void append(List<byte[]> lines) throws IOException {
        last = write(lines, this::writeAnyhow);
        rotateIfLong();
    }

    /** The same for lines that nobody was promised; false, and they are not there, if there is no room for them. */
    public synchronized boolean appendIfRoom(List<byte[]> lines) {
        if (fault.isPresent()) {
            return false;
        }
        try {
            last = write(lines, file::append);
            rotateIfLong();
            return true;
        } catch (IOException e) {
            LOG.debug("Lines of refusals were not written; they will be counted.", e);
            return false;
        }
    }

    private interface Writer {
        void write(byte[] bytes) throws IOException;
    }

    /** The hash of the last of them. */
    private String write(List<byte[]> lines, Writer writer) throws IOException {
        requireOpen();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String previous = last;
        for (byte[] open : lines) {
            byte[] line = Line.closed(open, previous);
            previous = hash.of(line);
            bytes.writeBytes(line);
            bytes.write('\n');
        }
        writer.write(bytes.toByteArray());
        return previous;
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("the audit is closed");
        }
    }

    private void writeAnyhow(byte[] bytes) throws IOException {
        try {
            file.append(bytes);
        } catch (IOException full) {
            fault = Optional.of(fullness());
            if (onReserve || !reserve.isThere()) {
                throw full;
            }
            LOG.error("The audit cannot be written to {}: changes are refused until it can.", folder.path(), full);
            begin(() -> reserve.becomes(folder.current()));
            onReserve = true;
            file.append(bytes);
        }
    }

    private String fullness() {
        return "the audit's disk is full or fails: changes are refused until "
                + Math.max(1, reserve.bytesToMakeIt() >> 20) + " MiB are free there";
    }

    private interface Successor {
        void appear() throws IOException;
    }

    /** Puts the file aside, and goes on in the next; or it stays the one that is written. */
    private void begin(Successor successor) throws IOException {
        Optional<Path> aside = folder.putCurrentAside();
        try {
            successor.appear();
            LogFile next = LogFile.open(folder.current(), 0);
            before.add(file);
            file = next;
            rotateAt = settings.fileMaxBytes();
        } catch (IOException e) {
            if (aside.isPresent()) {
                folder.takeBack(aside.get());
            }
            throw e;
        }
    }

    private void rotateIfLong() {
        if (file.length() >= rotateAt && !onReserve) {
            try {
                begin(() -> {});
            } catch (IOException e) {
                rotateAt = file.length() + settings.fileMaxBytes();
                LOG.warn("The audit's file in {} cannot be put aside; it goes on in it.", folder.path(), e);
            }
        }
    }

    /** Has what was written on the disk, and mends what can be mended. To be called now and then. */
    public void tend() throws IOException {
        synchronized (folder) {
            if (isSynced() && fault.isPresent()) {
                makeReserve();
            }
            forgetOldFiles();
        }
    }

    private void makeReserve() {
        try {
            reserve.make();
            recover();
        } catch (IOException e) {
            fault = Optional.of(fullness());
        }
    }

    private synchronized void recover() throws IOException {
        file.trim();
        onReserve = false;
        if (fault.isPresent()) {
            fault = Optional.empty();
            LOG.info("The audit can be written again: changes are taken.");
        }
    }

    /** Where it is not, no change may begin. */
    private boolean isSynced() {
        try {
            sync();
            return true;
        } catch (IOException e) {
            if (fault.isEmpty()) {
                LOG.error("The last lines of the audit in {} may not be on the disk.", folder.path(), e);
            }
            fault = Optional.of(fullness());
            return false;
        }
    }

    private void sync() throws IOException {
        List<LogFile> old;
        LogFile now;
        String synced;
        synchronized (this) {
            old = List.copyOf(before);
            now = file;
            synced = last;
        }
        for (LogFile each : old) {
            each.sync();
            each.close();
            forget(each);
        }
        now.sync();
        note(new LastNote(synced, folder.lastNumber()));
    }

    private void note(LastNote note) throws IOException {
        if (!note.equals(noted)) {
            note.write(folder.last());
            noted = note;
        }
    }

    private synchronized void forget(LogFile synced) {
        before.remove(synced);
    }

    private void forgetOldFiles() throws IOException {
        List<Path> files = settings.filesKept() == 0 ? List.of() : folder.putAside();
        for (int i = 0; i < files.size() - settings.filesKept(); i++) {
            Files.deleteIfExists(files.get(i));
        }
    }

    /** The lines before this moment, from the last one back. */
    public Tails tails() {
        return new Tails(folder);
    }

    @Override
    public void close() throws IOException {
        try {
            tend();
        } finally {
            closeFiles();
        }
    }

    private synchronized void closeFiles() throws IOException {
        closed = true;
        for (LogFile each : before) {
            each.close();
        }
        try (LogFile current = file) {
            current.trim();
        }
    }
}
