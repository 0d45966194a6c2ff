package org.orcacomet.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.orcacomet.api.ContextId;
import org.orcacomet.audit.internal.AuditFolder;
import org.orcacomet.audit.internal.Chain;
import org.orcacomet.audit.internal.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a line for each change, and for its refusal. The line of a change that was done is written before its caller
 * is answered, and outlives the process; it is on the disk a second later. Lines of refusals are up to a second late.
 * While the disk takes no lines no change may begin. Safe for use by many threads.
 */
public final class AuditLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final long TEND_MILLIS = 1000;

    private final AuditSettings settings;
    private final AuditFolder folder;
    private final Chain chain;
    private final Refusals refusals = new Refusals();
    private final AtomicLong promised = new AtomicLong();
    private final ScheduledExecutorService tender = Executors.newSingleThreadScheduledExecutor(AuditLog::thread);

    private AuditLog(AuditSettings settings, AuditFolder folder, Chain chain) {
        this.settings = settings;
        this.folder = folder;
        this.chain = chain;
    }

    /**
     * Opens the audit of this folder, or begins it.
     *
     * @throws IOException if that cannot be; the message is one sentence for the operator
     */
    public static AuditLog open(AuditSettings settings) throws IOException {
        AuditFolder folder = AuditFolder.claim(settings.folder());
        try {
            AuditLog log = new AuditLog(settings, folder, Chain.open(folder, settings));
            Future<?> unused =
                    log.tender.scheduleWithFixedDelay(log::tend, TEND_MILLIS, TEND_MILLIS, TimeUnit.MILLISECONDS);
            return log;
        } catch (IOException e) {
            folder.close();
            throw AuditFolder.notWritable(settings.folder(), e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "comet-audit");
        thread.setDaemon(true);
        return thread;
    }

    /** Where its files are. */
    public Path folder() {
        return settings.folder();
    }

    /** Why changes are refused, without a path; empty if they are not. */
    public Optional<String> fault() {
        return chain.fault();
    }

    /**
     * Promises the lines of changes that are to begin, all of one call. Whatever comes of it must be told to the draft.
     *
     * @throws AuditUnavailable if they might not be written; then the changes must not begin
     */
    public Draft begin(Author author, List<AuditedChange> changes) throws AuditUnavailable {
        Draft draft = new Draft(this, author, changes);
        if (draft.bytes() > settings.reserveBytes()) {
            throw new AuditUnavailable(
                    "the call's lines may take more than reserve.bytes of the audit: make it several calls");
        }
        if (promised.addAndGet(draft.bytes()) > settings.reserveBytes()) {
            promised.addAndGet(-draft.bytes());
            throw new AuditUnavailable("too many changes are under way for the audit");
        }
        Optional<String> fault = chain.fault();
        if (fault.isPresent()) {
            promised.addAndGet(-draft.bytes());
            throw new AuditUnavailable(fault.get());
        }
        return draft;
    }

    /** A refusal of what was not begun. */
    public void refused(AuditEntry refusal) {
        refusals.add(refusal);
    }

    void write(List<AuditEntry> entries) throws AuditUnavailable {
        try {
            chain.append(lines(entries));
        } catch (IOException e) {
            throw new AuditUnavailable("the audit cannot be written; the change may or may not have happened", e);
        }
    }

    private static List<byte[]> lines(List<AuditEntry> entries) {
        return entries.stream().map(Line::open).toList();
    }

    void end(long bytes) {
        promised.addAndGet(-bytes);
    }

    private void tend() {
        try {
            writeRefusals(() -> refusals.takeAll(Instant.now()));
            chain.tend();
        } catch (Exception e) {
            LOG.warn("The audit's files cannot be kept in order now.", e);
        }
    }

    /** One at a time: those that another has taken and not written yet would be missing, or behind later ones. */
    private void writeRefusals(Supplier<List<AuditEntry>> taken) {
        synchronized (refusals) {
            List<AuditEntry> entries = taken.get();
            if (!entries.isEmpty() && !chain.appendIfRoom(lines(entries))) {
                entries.forEach(refusals::count);
            }
        }
    }

    /**
     * The latest lines, the latest first, of this context if one is given; from some 16 MiB of them at the most.
     *
     * @throws AuditUnavailable if they cannot be read
     */
    public List<AuditEntry> latest(Optional<ContextId> context, int limit) throws AuditUnavailable {
        List<AuditEntry> latest = new ArrayList<>();
        try {
            writeRefusals(refusals::take);
            chain.tails().show(line -> {
                Line.entry(line).filter(entry -> isOf(context, entry)).ifPresent(latest::add);
                return latest.size() < limit;
            });
            return latest;
        } catch (IOException e) {
            throw new AuditUnavailable("the audit cannot be read", e);
        }
    }

    private static boolean isOf(Optional<ContextId> context, AuditEntry entry) {
        return context.isEmpty()
                || entry.change().context().equals(context.get().toString());
    }

    /** Has all lines on the disk, and closes it. No change may be under way. */
    @Override
    public void close() throws IOException {
        tender.shutdown();
        tend();
        try (folder) {
            chain.close();
        }
    }
}
