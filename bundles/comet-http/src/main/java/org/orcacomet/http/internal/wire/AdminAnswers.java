package org.orcacomet.http.internal.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.audit.AuditEntry;
import org.orcacomet.service.admin.ContextPage;
import org.orcacomet.service.admin.ContextScopes;
import org.orcacomet.service.admin.ContextSummary;
import org.orcacomet.service.admin.Counts;
import org.orcacomet.service.admin.Fault;
import org.orcacomet.service.admin.ScopeSummary;
import org.orcacomet.service.admin.Stats;
import org.orcacomet.service.admin.VerifiedPage;

/** What administrators are answered. */
final class AdminAnswers {
    private AdminAnswers() {}

    static Answer of(ContextPage page) {
        Answer answer = Answer.ok("these are the contexts");
        ArrayNode contexts = answer.value().putArray("contexts");
        page.contexts().forEach(context -> put(context, contexts.addObject()));
        return next(page.next(), answer);
    }

    private static void put(ContextSummary context, ObjectNode node) {
        node.put("contextId", context.context().toString());
        node.put("revision", context.revision().number());
        put(context.counts(), node);
        ArrayNode families = node.putArray("families");
        context.families().forEach(family -> families.add(family.toString()));
        context.changed().map(Instant::toString).ifPresent(changed -> node.put("changed", changed));
    }

    private static void put(Counts counts, ObjectNode node) {
        node.put("present", counts.present()).put("null", counts.nulls()).put("deleted", counts.deleted());
    }

    private static Answer next(Optional<ContextId> next, Answer answer) {
        next.ifPresent(last -> answer.value().put("next", last.toString()));
        return answer;
    }

    static Answer of(ContextScopes context) {
        Answer answer = Answer.ok("these are the context's scopes");
        ObjectNode value = answer.value();
        value.put("contextId", context.context().toString());
        value.put("revision", context.revision().number());
        ArrayNode scopes = value.putArray("scopes");
        context.scopes().forEach(scope -> put(scope, scopes.addObject()));
        return answer;
    }

    private static void put(ScopeSummary scope, ObjectNode node) {
        put(scope.key(), node);
        node.put("state", scope.state().name().toLowerCase(Locale.ROOT));
        node.put("revision", scope.revision().number());
        node.put("changed", scope.changed().toString());
        node.put("bytes", scope.bytes());
    }

    private static void put(ScopeKey key, ObjectNode node) {
        node.put("family", key.family().toString()).put("key", key.key().toString());
    }

    static Answer purged(ContextId context, long records) {
        Answer answer = Answer.ok("the context's records are forgotten");
        answer.value().put("contextId", context.toString()).put("purged", records);
        return answer;
    }

    static Answer of(Stats stats) {
        Answer answer = Answer.ok("this is what there is");
        ObjectNode value = answer.value().put("contexts", stats.contexts());
        put(stats.counts(), value);
        value.put("bytes", stats.bytes());
        ObjectNode families = value.putObject("families");
        stats.families().forEach(families::put);
        return answer;
    }

    static Answer of(VerifiedPage page) {
        Answer answer = Answer.ok(page.faults().isEmpty() ? "nothing is wrong" : "there are faults");
        ObjectNode value = answer.value().put("contexts", page.contexts()).put("records", page.records());
        ArrayNode faults = value.putArray("faults");
        page.faults().forEach(fault -> put(fault, faults.addObject()));
        return next(page.next(), answer);
    }

    private static void put(Fault fault, ObjectNode node) {
        node.put("contextId", fault.context().map(ContextId::toString).orElse(""));
        node.put("family", fault.scope().map(key -> key.family().toString()).orElse(""));
        node.put("key", fault.scope().map(key -> key.key().toString()).orElse(""));
        node.put("fault", fault.fault());
    }

    static Answer changes(List<AuditEntry> entries) {
        Answer answer = Answer.ok("these are the latest changes");
        ArrayNode changes = answer.value().putArray("changes");
        entries.forEach(entry -> put(entry, changes.addObject()));
        return answer;
    }

    private static void put(AuditEntry entry, ObjectNode node) {
        node.put("time", entry.time().toString());
        node.put("standing", entry.author().standing());
        node.put("subject", entry.author().subject());
        node.put("keyFingerprint", entry.author().keyFingerprint());
        node.put("call", entry.change().call().word());
        node.put("contextId", entry.change().context());
        node.put("family", entry.change().family()).put("key", entry.change().key());
        if (entry.ending().revision() > 0) {
            node.put("revision", entry.ending().revision());
        }
        node.put("outcome", entry.ending().outcome());
        if (entry.ending().count() > 1) {
            node.put("count", entry.ending().count());
        }
    }
}
