package org.orcacomet.http.internal.wire;

import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.orcacomet.http.internal.load.Admission;

/**
 * Refuses the calls that a browser makes for a page of another site. A browser shows its certificate whoever's page it
 * is, so any page that an administrator looks at could else import and write as he may. Only browsers send these headers.
 */
public final class OtherSites extends Handler.Abstract.NonBlocking {
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final Admission admission;

    /** A handler that refuses such calls, and leaves all others to whoever comes next. */
    public OtherSites(Admission admission) {
        this.admission = admission;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        boolean refused = isOfAnotherSite(request);
        if (refused) {
            new Exchange(request, response, callback, admission.visit(request)).refuse(Refusals.otherSite());
        }
        return refused;
    }

    private static boolean isOfAnotherSite(Request request) {
        Optional<String> site = Optional.ofNullable(request.getHeaders().get("Sec-Fetch-Site"));
        Optional<String> origin = Optional.ofNullable(request.getHeaders().get(HttpHeader.ORIGIN));
        return site.map(said -> !OURS.contains(said)).orElse(false)
                || origin.map(said ->
                                !said.equals("https://" + request.getHeaders().get(HttpHeader.HOST)))
                        .orElse(false);
    }
}
