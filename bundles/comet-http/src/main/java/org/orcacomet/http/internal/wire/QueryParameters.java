package org.orcacomet.http.internal.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometRejected;

/** The parameters of a query: names are case-sensitive, none is there twice. */
final class QueryParameters {
    private static final Set<String> KNOWN =
            Set.of("contextID", "family", "Key", "readToken", "writeToken", "after", "limit");

    private final Map<String, String> values = new HashMap<>();

    private QueryParameters() {}

    /**
     * Takes a query as it was sent.
     *
     * @throws CometRejected if a name or a value is not percent-encoded UTF-8, or a parameter is repeated
     */
    static QueryParameters parse(String query) throws CometRejected {
        QueryParameters parameters = new QueryParameters();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                parameters.add(pair);
            }
        }
        return parameters;
    }

    private void add(String pair) throws CometRejected {
        int equals = pair.indexOf('=');
        String name = PercentCoding.decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = PercentCoding.decode(equals < 0 ? "" : pair.substring(equals + 1));
        if (values.put(name, value) != null) {
            throw rejected((KNOWN.contains(name) ? name : "a parameter") + " is repeated");
        }
    }

    /** The value of this parameter, if it was sent. */
    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The value of this parameter. */
    String require(String name) throws CometRejected {
        return find(name).orElseThrow(() -> rejected(name + " is missing"));
    }

    private static CometRejected rejected(String violation) {
        return new CometRejected(CometCode.BAD_REQUEST, violation);
    }
}
