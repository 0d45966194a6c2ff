package org.orcacomet.http.internal.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.orcacomet.api.CometCode;
import org.orcacomet.api.CometRejected;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The body of a request, whatever it calls itself. */
final class RequestBody {
    private static final int DRAIN_BYTES = 16 << 20;
    private static final int BUFFER_BYTES = 1 << 14;

    private static final Logger LOG = LoggerFactory.getLogger(RequestBody.class);

    private final Request request;

    RequestBody(Request request) {
        this.request = request;
    }

    /**
     * The text of the body.
     *
     * @param what the body, in the refusal
     * @throws CometRejected if it takes more bytes than this, or is not UTF-8
     */
    String text(int limit, String what) throws CometRejected, IOException {
        if (request.getLength() > limit) {
            throw tooLarge(limit, what);
        }
        return Utf8.decode(bytes(limit, what), what);
    }

    private byte[] bytes(int limit, String what) throws CometRejected, IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        InputStream in = Content.Source.asInputStream(request);
        byte[] buffer = new byte[BUFFER_BYTES];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            body.write(buffer, 0, n);
            if (body.size() > limit) {
                throw tooLarge(limit, what);
            }
        }
        return body.toByteArray();
    }

    /**
     * A client that is still sending would not see an answer before a reset connection: so some of what was not read
     * is taken, unless the client waits for a word before it sends. What cannot be taken is left.
     */
    void drain() {
        if (request.getHeaders().contains(HttpHeader.EXPECT) || request.getLength() > DRAIN_BYTES) {
            return;
        }
        try {
            Content.Source.asInputStream(request).skip(DRAIN_BYTES);
        } catch (IOException | HttpException.RuntimeException e) {
            LOG.debug("a body that was refused was not read to its end", e);
        }
    }

    private static CometRejected tooLarge(int limit, String what) {
        return new CometRejected(CometCode.CONTENT_TOO_LARGE, what + " takes more than " + limit + " bytes");
    }
}
