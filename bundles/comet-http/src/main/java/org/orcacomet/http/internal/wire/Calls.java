package org.orcacomet.http.internal.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometException;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.Enumeration;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;
import org.orcacomet.api.Scope;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;
import org.orcacomet.http.internal.wire.Call.Step;
import org.orcacomet.service.CometService;
import org.orcacomet.service.Finding;
import org.orcacomet.service.ServiceReport;

/** The calls of the wire contract, by their paths. */
final class Calls {
    private static final int MAX_BATCH_BYTES = 8 << 20;

    private final CometService service;
    private final Map<String, Call> byPath;

    Calls(CometService service) {
        this.service = service;
        this.byPath = Map.of(
                "writeScope", Call.ofOneScope("POST", this::write),
                "writeScopes", Call.of("POST", this::writeAll),
                "readScope", Call.ofOneScope("GET", this::read),
                "enumerateScope", Call.of("GET", this::enumerate),
                "deleteScope", Call.ofOneScope("DELETE", this::delete),
                "getVersion", Call.of("GET", request -> Step.now((comet, body) -> version())),
                "health", Call.check((comet, body) -> health()),
                "ready", Call.check((comet, body) -> ready()));
    }

    /** The call of this path, without the slashes around it. */
    Optional<Call> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private Step write(WireRequest request) throws CometException {
        ScopeKey key = request.scope();
        TokenPair tokens = request.tokens();
        Precondition precondition = request.precondition();
        return Step.withBody(service.valueMaxBytes(), "the value", (comet, body) -> {
            ScopeValue value = Values.of(Utf8.decode(body, "the value"));
            ScopeWrite write = ScopeWrite.of(key, tokens, value).when(precondition);
            return comet.writeLater(write)
                    .thenApply(revision -> Answer.ok("the scope is written").atOneScope(revision));
        });
    }

    private Step writeAll(WireRequest request) throws CometException {
        ContextId context = request.context();
        return Step.withBody(MAX_BATCH_BYTES, "the body", (comet, body) -> {
            WriteBatch batch = BatchBody.parse(context, Utf8.decode(body, "the body"));
            return comet.writeAllLater(batch).thenApply(revision -> written(context, revision));
        });
    }

    private static Answer written(ContextId context, Optional<Revision> revision) {
        Answer answer = Answer.ok("all scopes are written").at(revision);
        answer.value().put("contextId", context.toString());
        revision.ifPresent(present -> answer.value().put("revision", present.number()));
        return answer;
    }

    private Step read(WireRequest request) throws CometException {
        ScopeKey key = request.scope();
        ReadToken token = request.readToken();
        return Step.now((comet, body) -> shown(comet.read(key, token)));
    }

    private static Answer shown(Reading reading) {
        Answer answer = Answer.ok(
                switch (reading.state()) {
                    case PRESENT -> "the scope is there";
                    case NULL -> "the scope is there, and its value is null";
                    case DELETED -> "the scope was deleted";
                    case ABSENT -> "there is no such scope";
                });
        reading.scope().ifPresent(scope -> show(scope, answer.value()));
        return answer.with("state", reading.state().name().toLowerCase(Locale.ROOT))
                .atOneScope(reading.scope().flatMap(Scope::revision));
    }

    private static void show(Scope scope, ObjectNode value) {
        value.put("contextId", scope.key().context().toString());
        value.put("family", scope.key().family().toString());
        value.put("key", scope.key().key().toString());
        value.put("value", scope.value().text().orElse(null));
    }

    private Step enumerate(WireRequest request) throws CometException {
        ContextId context = request.context();
        Optional<Family> family = request.family();
        ReadToken token = request.readToken();
        return Step.now((comet, body) -> listed(
                context,
                family,
                family.isPresent() ? comet.enumerate(context, family.get(), token) : comet.enumerate(context, token)));
    }

    private static Answer listed(ContextId context, Optional<Family> family, Enumeration found) {
        Answer answer = Answer.ok("these are the scopes that the token reads").at(found.revision());
        answer.value().put("contextId", context.toString());
        family.ifPresent(only -> answer.value().put("family", only.toString()));
        ArrayNode entries = answer.value().putArray("entries");
        found.scopes().forEach(scope -> list(scope, entries.addObject(), family.isEmpty()));
        return answer;
    }

    private static void list(Scope scope, ObjectNode entry, boolean withFamily) {
        if (withFamily) {
            entry.put("family", scope.key().family().toString());
        }
        entry.put("key", scope.key().key().toString());
        entry.put("value", scope.value().text().orElse(null));
        scope.revision().ifPresent(revision -> entry.put("revision", revision.number()));
    }

    private Step delete(WireRequest request) throws CometException {
        ScopeKey key = request.scope();
        TokenPair tokens = request.tokens();
        Precondition precondition = request.precondition();
        if (precondition.isAbsent()) {
            throw new CometRejected(CometCode.BAD_REQUEST, "a deletion takes no If-None-Match");
        }
        return Step.later((comet, body) ->
                comet.deleteLater(key, tokens, precondition).thenApply(gone -> Answer.ok("the scope is not there")));
    }

    private Answer version() {
        Answer answer = Answer.ok("this is COMET");
        answer.value().put("Comet version", ApiVersion.SERVICE).put("Comet API version", ApiVersion.API);
        answer.value().putArray("extensions").add("revision").add("batch").add("header-tokens");
        return answer;
    }

    private Answer health() {
        ServiceReport report = service.report();
        boolean all = report.checksOff().isEmpty();
        String checks = all ? "alive, and all checks are on" : "alive, and checks are off";
        Answer answer = Answer.ok(report.isReady() ? checks : checks + "; " + failures(report));
        ArrayNode off = answer.value().putArray("checksOff");
        report.checksOff().forEach(off::add);
        answer.value().put("storeAnswers", report.storeAnswers());
        ArrayNode findings = answer.value().putArray("checks");
        report.findings().forEach(finding -> show(finding, findings.addObject()));
        return answer;
    }

    private static void show(Finding finding, ObjectNode value) {
        value.put("name", finding.name());
        value.put("state", finding.state().name().toLowerCase(Locale.ROOT));
        value.put("message", finding.message());
    }

    private static String failures(ServiceReport report) {
        return report.failed().stream().map(Finding::message).collect(Collectors.joining("; "));
    }

    private Answer ready() {
        ServiceReport report = service.report();
        return report.isReady() ? Answer.ok("the store answers") : Refusals.unavailable(failures(report));
    }
}
