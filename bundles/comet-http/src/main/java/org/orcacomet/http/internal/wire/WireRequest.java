package org.orcacomet.http.internal.wire;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;

/** A request as typed values. What breaks a rule is refused with the rule's name, and never with the input. */
final class WireRequest {
    private static final String READ_TOKEN_HEADER = "Comet-Read-Token";
    private static final String WRITE_TOKEN_HEADER = "Comet-Write-Token";

    private final Request request;
    private final QueryParameters parameters;

    private WireRequest(Request request, QueryParameters parameters) {
        this.request = request;
        this.parameters = parameters;
    }

    static WireRequest of(Request request) throws CometRejected {
        String query = request.getHttpURI().getQuery();
        return new WireRequest(request, QueryParameters.parse(query == null ? "" : query));
    }

    ScopeKey scope() throws CometRejected {
        Family family = checked(parameters.require("family"), Family::parse);
        return ScopeKey.of(context(), family, checked(parameters.require("Key"), EntryKey::parse));
    }

    ContextId context() throws CometRejected {
        return checked(parameters.require("contextID"), ContextId::parse);
    }

    /** The context that a page begins after, if it is not the first. */
    Optional<ContextId> after() throws CometRejected {
        return context("after");
    }

    /** The context that it is about, if it is not about all. */
    Optional<ContextId> oneContext() throws CometRejected {
        return context("contextID");
    }

    private Optional<ContextId> context(String parameter) throws CometRejected {
        Optional<String> context = parameters.find(parameter);
        return context.isPresent() ? Optional.of(checked(context.get(), ContextId::parse)) : Optional.empty();
    }

    /** How many entries a page may have, unless it is said. */
    int limit(int usual, int most) throws CometRejected {
        String limit = parameters.find("limit").orElse(Integer.toString(usual));
        int number = limit.matches("[0-9]{1,9}") ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > most) {
            throw rejected("limit is no number from 1 to " + most);
        }
        return number;
    }

    /** The family to enumerate; an empty one means all. */
    Optional<Family> family() throws CometRejected {
        String family = parameters.find("family").orElse("");
        return family.isEmpty() ? Optional.empty() : Optional.of(checked(family, Family::parse));
    }

    ReadToken readToken() throws CometRejected {
        return checked(token(READ_TOKEN_HEADER, "readToken"), TokenCodec::readToken);
    }

    TokenPair tokens() throws CometRejected {
        ReadToken read = readToken();
        return TokenPair.of(read, checked(token(WRITE_TOKEN_HEADER, "writeToken"), TokenCodec::writeToken));
    }

    Precondition precondition() throws CometRejected {
        return Preconditions.parse(request.getHeaders());
    }

    private String token(String header, String parameter) throws CometRejected {
        Optional<String> inQuery = parameters.find(parameter);
        List<HttpField> fields = request.getHeaders().getFields(header);
        if (fields.isEmpty()) {
            return parameters.require(parameter);
        }
        String token = HeaderText.decode(fields.get(0), header);
        if (fields.size() > 1) {
            throw rejected(header + " is repeated");
        }
        if (inQuery.isPresent() && !inQuery.get().equals(token)) {
            throw rejected(header + " and " + parameter + " differ");
        }
        return token;
    }

    private static <T> T checked(String text, Function<String, T> parser) throws CometRejected {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw rejected(e.getMessage());
        }
    }

    private static CometRejected rejected(String violation) {
        return new CometRejected(CometCode.BAD_REQUEST, violation);
    }
}
