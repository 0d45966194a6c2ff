package org.orcacomet.http.internal.page;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.orcacomet.http.internal.load.Admission;
import org.orcacomet.http.internal.load.Visit;
import org.orcacomet.http.internal.wire.Paths;

/** Serves {@link Pages} to anybody, by GET and HEAD. They hold nothing of the store: the page asks for that as its reader. */
public final class PageHandler extends Handler.Abstract.NonBlocking {
    private static final String METHODS = "GET, HEAD";
    private static final String SOON = "1";

    private final Pages pages;
    private final Admission admission;
    private final Request.Handler refusals;

    /** A handler of these pages, whose refusals are written by another, who is told the status. */
    public PageHandler(Pages pages, Admission admission, Request.Handler refusals) {
        this.pages = pages;
        this.admission = admission;
        this.refusals = refusals;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Page> page = pages.find(Paths.name(request));
        if (page.isEmpty()) {
            return false;
        }
        Visit visit = admission.visit(request);
        if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, METHODS);
            response.setStatus(HttpStatus.METHOD_NOT_ALLOWED_405);
            return refusals.handle(request, response, callback);
        }
        if (visit.isExcess() || visit.isMemoryTaken()) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, SOON).put(HttpHeader.CONNECTION, "close");
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS_429);
            return refusals.handle(request, response, callback);
        }
        visit.answers(page.get().size());
        send(page.get(), request, response, callback);
        return true;
    }

    private static void send(Page page, Request request, Response response, Callback callback) {
        page.headers().forEach(field -> response.getHeaders().put(field));
        if (has(request, page.etag())) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            callback.succeeded();
            return;
        }
        response.setStatus(HttpStatus.OK_200);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, page.size());
        boolean head = request.getMethod().equals("HEAD");
        response.write(true, head ? ByteBuffer.allocate(0) : page.content(), callback);
    }

    private static boolean has(Request request, String etag) {
        List<String> known = request.getHeaders().getCSV(HttpHeader.IF_NONE_MATCH, true);
        return known.stream().anyMatch(one -> one.equals(etag) || one.equals("W/" + etag) || one.equals("*"));
    }
}
