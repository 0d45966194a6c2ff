package org.orcacomet.client.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.orcacomet.api.CometProtocolException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Enumeration;
import org.orcacomet.api.Family;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Revision;
import org.orcacomet.api.Scope;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.WriteBatch;

/**
 * The bodies of the wire contract, of today's servers and of ours. Its JSON factory keeps its buffers to itself: the
 * usual one leaves them on the threads of whoever calls, which outlive this bundle.
 */
final class WireCodec {
    private final ObjectMapper mapper = new ObjectMapper(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** The body that writes a value. */
    byte[] value(ScopeValue value) {
        return value.text().orElse("null").getBytes(StandardCharsets.UTF_8);
    }

    /** The body that writes a batch. */
    byte[] batch(WriteBatch batch) {
        ArrayNode entries = mapper.createArrayNode();
        batch.writes().forEach(write -> entry(entries.addObject(), write));
        try {
            return mapper.writeValueAsBytes(entries);
        } catch (IOException e) {
            throw new IllegalStateException("a batch is no JSON", e);
        }
    }

    private static void entry(ObjectNode entry, ScopeWrite write) {
        entry.put("family", write.key().family().toString());
        entry.put("key", write.key().key().toString());
        entry.put("value", write.value().text().orElse(null));
        entry.put("readToken", TokenCodec.reveal(write.tokens().read()));
        entry.put("writeToken", TokenCodec.reveal(write.tokens().write()));
        if (write.precondition().isAbsent()) {
            entry.put("revision", 0);
        }
        write.precondition().revision().ifPresent(revision -> entry.put("revision", revision.number()));
    }

    /**
     * The object that an answer is.
     *
     * @throws CometProtocolException if it is none
     */
    Document document(Answer answer) {
        return Document.of(answer.server(), "the answer", tree(answer));
    }

    /** The object that an answer is, if it is one. */
    Optional<Document> documentIfAny(Answer answer) {
        try {
            return Optional.of(document(answer));
        } catch (CometProtocolException e) {
            return Optional.empty();
        }
    }

    private JsonNode tree(Answer answer) {
        try {
            return mapper.readTree(answer.body());
        } catch (IOException e) { // it quotes the answer, and so is no cause to keep
            throw Document.breach(answer.server(), "the answer is no JSON");
        }
    }

    /** What a server says that it can do; today's say nothing of it. */
    Set<Extension> extensions(Answer answer) {
        Set<Extension> known = EnumSet.noneOf(Extension.class);
        if (answer.status() == 200) {
            document(answer).object("value").textsIfAny("extensions").stream()
                    .map(Extension::of)
                    .forEach(extension -> extension.ifPresent(known::add));
        }
        return known;
    }

    /** The revision that a change made, if the server counts them. */
    Optional<Revision> revision(Document document) {
        return document.revision("revision");
    }

    /** What a read found. Without a state, as today's servers answer, an empty value is an absent scope. */
    Reading reading(Document document, ScopeKey key) {
        Document value = document.object("value");
        String state = document.textIfAny("state").orElse(value.isEmpty() ? "absent" : "present");
        switch (state) {
            case "absent":
                return Reading.absent();
            case "deleted":
                return Reading.deleted();
            case "present":
            case "null":
                return Reading.of(Scope.of(key, scopeValue(value), document.revision("revision")));
            default:
                throw document.breach("state", "is no word of the contract");
        }
    }

    /** What an enumeration found, of one family or of all. A null value is left out, as the contract has it. */
    Enumeration enumeration(Document document, ContextId context, Optional<Family> family) {
        Document value = document.object("value");
        List<Scope> scopes = new ArrayList<>();
        if (!value.isEmpty()) {
            value.objects("entries").stream()
                    .filter(entry -> entry.nullableText("value").isPresent())
                    .forEach(entry -> scopes.add(scope(entry, context, family)));
        }
        return Enumeration.of(scopes, document.revision("revision"));
    }

    private static Scope scope(Document entry, ContextId context, Optional<Family> asked) {
        Family family = asked.orElseGet(() -> entry.name("family", Family::parse));
        ScopeKey key = ScopeKey.of(context, family, entry.name("key", EntryKey::parse));
        return Scope.of(key, scopeValue(entry), entry.revision("revision"));
    }

    private static ScopeValue scopeValue(Document document) {
        Optional<String> text = document.nullableText("value");
        try {
            return text.map(ScopeValue::of).orElseGet(ScopeValue::ofNull);
        } catch (IllegalArgumentException e) {
            throw document.breach("value", "is no Unicode text");
        }
    }
}
