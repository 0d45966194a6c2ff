package org.orcacomet.service.admin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Family;
import org.orcacomet.api.Reading;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.service.internal.Age;
import org.orcacomet.store.Listing;
import org.orcacomet.store.ScopeRecord;

/**
 * From records to what operators see of them.
 *
 * @param age what time does to them
 */
record Survey(Age age) {
    /** Empty if the context has no revision. */
    Optional<ContextSummary> summary(ContextId context, Listing listing) {
        List<ScopeRecord> known = known(listing);
        List<Family> families = known.stream()
                .filter(record -> !record.deleted())
                .map(record -> record.key().family())
                .distinct()
                .toList();
        Optional<Instant> changed = known.stream().map(ScopeRecord::touched).max(Comparator.naturalOrder());
        return listing.revision()
                .map(revision -> new ContextSummary(context, revision, counts(known), families, changed));
    }

    List<ScopeSummary> scopes(Listing listing) {
        return known(listing).stream().map(Survey::scope).toList();
    }

    List<ScopeContent> contents(Listing listing) {
        return known(listing).stream().map(Survey::shown).toList();
    }

    /** Empty if it is gone. */
    Optional<ScopeContent> content(ScopeRecord record) {
        return Optional.of(record).filter(one -> !age.gone(one)).map(Survey::shown);
    }

    private static ScopeContent shown(ScopeRecord record) {
        return new ScopeContent(scope(record), record.value().orElseGet(ScopeValue::ofNull));
    }

    private List<ScopeRecord> known(Listing listing) {
        return listing.records().stream().filter(record -> !age.gone(record)).toList();
    }

    private static Counts counts(List<ScopeRecord> records) {
        return new Counts(
                count(records, Reading.State.PRESENT),
                count(records, Reading.State.NULL),
                count(records, Reading.State.DELETED));
    }

    private static long count(List<ScopeRecord> records, Reading.State state) {
        return records.stream().filter(record -> state(record) == state).count();
    }

    private static ScopeSummary scope(ScopeRecord record) {
        return new ScopeSummary(record.key(), state(record), record.revision(), record.touched(), bytes(record));
    }

    static Reading.State state(ScopeRecord record) {
        if (record.deleted()) {
            return Reading.State.DELETED;
        }
        return text(record).isPresent() ? Reading.State.PRESENT : Reading.State.NULL;
    }

    static long bytes(ScopeRecord record) {
        return text(record)
                .map(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .orElse(0);
    }

    private static Optional<String> text(ScopeRecord record) {
        return record.value().flatMap(ScopeValue::text);
    }
}
