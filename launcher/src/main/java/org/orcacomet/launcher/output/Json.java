package org.orcacomet.launcher.output;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.orcacomet.api.Revision;
import org.orcacomet.api.ScopeKey;

/** What commands print for programs, in the words of the wire. */
public final class Json {
    private Json() {}

    /** An object without members. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An object with a scope's name. */
    public static ObjectNode of(ScopeKey scope) {
        return object().put("contextId", scope.context().toString())
                .put("family", scope.family().toString())
                .put("key", scope.key().toString());
    }

    /** The object with the revision, if there is one. */
    public static ObjectNode with(ObjectNode node, Optional<Revision> revision) {
        revision.ifPresent(number -> node.put("revision", number.number()));
        return node;
    }
}
