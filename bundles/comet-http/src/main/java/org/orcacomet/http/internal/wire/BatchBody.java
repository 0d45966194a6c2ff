package org.orcacomet.http.internal.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.api.WriteBatch;

/** The body of a batch. A refusal names the index of the first entry that is wrong, and what is. */
final class BatchBody {
    private static final Set<String> MEMBERS = Set.of("family", "key", "value", "readToken", "writeToken", "revision");
    private static final ObjectReader READER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private BatchBody() {}

    static WriteBatch parse(ContextId context, String body) throws CometRejected {
        JsonNode entries = tree(body);
        if (!entries.isArray()) {
            throw rejected("the body is not a JSON array");
        }
        List<ScopeWrite> writes = new ArrayList<>();
        for (int i = 0; i < entries.size() && i <= WriteBatch.MAX_WRITES; i++) {
            writes.add(entry(context, entries.get(i), i));
        }
        try {
            return WriteBatch.of(writes);
        } catch (IllegalArgumentException e) {
            throw rejected(e.getMessage());
        }
    }

    private static JsonNode tree(String body) throws CometRejected {
        try {
            return READER.readTree(body);
        } catch (JsonProcessingException e) {
            throw rejected("the body is not JSON, or has a member twice");
        }
    }

    private static ScopeWrite entry(ContextId context, JsonNode entry, int index) throws CometRejected {
        try {
            requireMembers(entry);
            ScopeKey key =
                    ScopeKey.of(context, Family.parse(text(entry, "family")), EntryKey.parse(text(entry, "key")));
            TokenPair tokens = TokenPair.of(
                    TokenCodec.readToken(text(entry, "readToken")), TokenCodec.writeToken(text(entry, "writeToken")));
            return ScopeWrite.of(key, tokens, value(entry)).when(precondition(entry));
        } catch (IllegalArgumentException e) {
            throw rejected("entry " + index + ": " + e.getMessage());
        }
    }

    private static void requireMembers(JsonNode entry) {
        require(entry.isObject(), "it is not an object");
        for (Iterator<String> names = entry.fieldNames(); names.hasNext(); ) {
            require(MEMBERS.contains(names.next()), "it has an unknown member");
        }
    }

    private static String text(JsonNode entry, String member) {
        JsonNode node = entry.path(member);
        require(!node.isMissingNode(), member + " is missing");
        require(node.isTextual(), member + " is not a string");
        require(Utf8.encodable(node.textValue()), member + " is not Unicode text");
        return node.textValue();
    }

    private static ScopeValue value(JsonNode entry) {
        return entry.path("value").isNull() ? ScopeValue.ofNull() : Values.of(text(entry, "value"));
    }

    private static Precondition precondition(JsonNode entry) {
        JsonNode revision = entry.path("revision");
        if (revision.isMissingNode()) {
            return Precondition.none();
        }
        require(
                revision.isIntegralNumber() && revision.canConvertToLong() && revision.longValue() >= 0,
                "revision is not a number from 0");
        return revision.longValue() == 0 ? Precondition.absent() : Precondition.is(Revision.of(revision.longValue()));
    }

    private static void require(boolean holds, String violation) {
        if (!holds) {
            throw new IllegalArgumentException(violation);
        }
    }

    private static CometRejected rejected(String violation) {
        return new CometRejected(CometCode.BAD_REQUEST, violation);
    }
}
