package org.orcacomet.http.internal.wire;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometRejected;
import org.orcacomet.api.Precondition;
import org.orcacomet.api.Revision;

/** What a change demands: {@code If-Match: "N"}, {@code If-None-Match: *}, or nothing. Anything else is refused. */
final class Preconditions {
    private static final Pattern ETAG = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    private Preconditions() {}

    static Precondition parse(HttpFields headers) throws CometRejected {
        List<String> match = headers.getValuesList(HttpHeader.IF_MATCH);
        List<String> noneMatch = headers.getValuesList(HttpHeader.IF_NONE_MATCH);
        if (match.size() + noneMatch.size() > 1) {
            throw rejected("more than one of If-Match and If-None-Match");
        }
        if (!match.isEmpty()) {
            return ifMatch(match.get(0));
        }
        return noneMatch.isEmpty() ? Precondition.none() : ifNoneMatch(noneMatch.get(0));
    }

    private static Precondition ifMatch(String etag) throws CometRejected {
        Matcher matcher = ETAG.matcher(etag);
        if (!matcher.matches()) {
            throw rejected("If-Match is not one revision in quotes");
        }
        return Precondition.is(Revision.of(Long.parseLong(matcher.group(1))));
    }

    private static Precondition ifNoneMatch(String etag) throws CometRejected {
        if (!etag.equals("*")) {
            throw rejected("If-None-Match is not *");
        }
        return Precondition.absent();
    }

    private static CometRejected rejected(String violation) {
        return new CometRejected(CometCode.BAD_REQUEST, violation);
    }
}
