package org.orcacomet.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;

/** A store that forgets everything when its process ends. It obeys the same contract as the durable ones. */
public final class MemoryScopeStore implements ScopeStore {
    private static final Comparator<Object> BY_UTF8 = (one, other) -> Arrays.compareUnsigned(utf8(one), utf8(other));
    private static final Comparator<ScopeKey> BY_NAME =
            Comparator.<ScopeKey, Object>comparing(ScopeKey::family, BY_UTF8).thenComparing(ScopeKey::key, BY_UTF8);

    private final Map<ContextId, Context> contexts = new HashMap<>();

    /** An empty store. */
    public MemoryScopeStore() {}

    @Override
    public synchronized Optional<ScopeRecord> read(ScopeKey key) {
        return Optional.ofNullable(contexts.get(key.context())).flatMap(context -> context.find(key));
    }

    @Override
    public Listing list(ContextId context) {
        return list(context, record -> true);
    }

    @Override
    public Listing list(ContextId context, Family family) {
        return list(context, record -> record.key().family().equals(family));
    }

    @Override
    public List<ContextId> contexts(Optional<ContextId> after, int limit) {
        return counted().stream()
                .filter(context -> after.isEmpty() || BY_UTF8.compare(context, after.get()) > 0)
                .sorted(BY_UTF8)
                .limit(limit)
                .toList();
    }

    private synchronized List<ContextId> counted() {
        return contexts.entrySet().stream()
                .filter(context -> context.getValue().revision.isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private synchronized Listing list(ContextId id, Predicate<ScopeRecord> wanted) {
        Context context = contexts.getOrDefault(id, new Context());
        return new Listing(context.records.values().stream().filter(wanted).toList(), context.revision);
    }

    @Override
    public synchronized Revision apply(ChangeSet set) throws StoreConflict {
        Context context = contexts.getOrDefault(set.context(), new Context());
        for (Change change : set.changes()) {
            if (!change.holds(context.find(change.key()))) {
                throw new StoreConflict(change.key());
            }
        }
        contexts.put(set.context(), context);
        return context.apply(set.changes());
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public synchronized boolean touch(ScopeRecord seen, Instant at) {
        Optional<ScopeRecord> current = read(seen.key()).filter(seen::equals);
        current.ifPresent(record -> contexts.get(record.key().context()).put(record.touchedAt(at)));
        return current.isPresent();
    }

    @Override
    public synchronized boolean forget(ScopeRecord seen) {
        Optional<ScopeRecord> current = read(seen.key()).filter(seen::equals);
        current.ifPresent(record -> contexts.get(record.key().context()).records.remove(record.key()));
        return current.isPresent();
    }

    @Override
    public synchronized int restore(ContextId id, Listing from) {
        return contexts.computeIfAbsent(id, unknown -> new Context()).restore(from);
    }

    @Override
    public void scan(Visitor visitor) throws StoreUnavailable {
        for (ContextId context : all()) {
            Listing listing = list(context);
            if (listing.revision().isPresent()) {
                visitor.visit(context, listing.revision().get());
            }
            for (ScopeRecord record : listing.records()) {
                visitor.visit(record);
            }
        }
    }

    @Override
    public void probe() {
        // Memory always answers.
    }

    private synchronized List<ContextId> all() {
        return List.copyOf(contexts.keySet());
    }

    private static byte[] utf8(Object name) {
        return name.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static final class Context {
        private final TreeMap<ScopeKey, ScopeRecord> records = new TreeMap<>(BY_NAME);
        private Optional<Revision> revision = Optional.empty();

        Optional<ScopeRecord> find(ScopeKey key) {
            return Optional.ofNullable(records.get(key));
        }

        void put(ScopeRecord record) {
            records.put(record.key(), record);
        }

        Revision apply(List<Change> changes) {
            Revision next = Revision.of(revision.map(Revision::number).orElse(0L) + 1);
            changes.forEach(change -> put(change.toRecord(next)));
            revision = Optional.of(next);
            return next;
        }

        int restore(Listing from) {
            List<ScopeRecord> newer = from.records().stream()
                    .filter(record -> record.supersedes(find(record.key())))
                    .toList();
            newer.forEach(this::put);
            revision = from.reach(revision);
            return newer.size();
        }
    }
}
