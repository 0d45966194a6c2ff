package org.orcacomet.client.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.orcacomet.api.CometProtocolException;
import org.orcacomet.client.internal.AttemptFailure.Reach;

/** One request and its answer. */
final class Exchange {
    private static final String ATTRIBUTE = "org.orcacomet.client.exchange";
    private static final int CHUNK = 8192;

    private final Server server;
    private final HttpUriRequestBase request;
    private final int answerBytes;
    private final AtomicReference<Reach> reach = new AtomicReference<>(Reach.NOT_DONE);

    Exchange(Server server, HttpUriRequestBase request, int answerBytes) {
        this.server = server;
        this.request = request;
        this.answerBytes = answerBytes;
    }

    /** The step of the client's chain between connecting and sending: from here on the request may arrive. */
    static ClassicHttpResponse sending(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ((Exchange) scope.clientContext.getAttribute(ATTRIBUTE)).reach.set(Reach.DROPPED);
        return chain.proceed(request, scope);
    }

    Answer run(CloseableHttpClient client) throws IOException {
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(ATTRIBUTE, this);
        return client.execute(request, context, this::answer);
    }

    /** How far it got; if an answer had begun it is unknown what the server did. */
    Reach reach() {
        return reach.get();
    }

    void cancel() {
        request.cancel();
    }

    private Answer answer(ClassicHttpResponse response) throws IOException {
        reach.set(Reach.UNKNOWN);
        Optional<Duration> retryAfter = Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
                .map(Header::getValue)
                .flatMap(RetryAfter::parse);
        return new Answer(server, response.getCode(), body(response.getEntity()), retryAfter);
    }

    private byte[] body(HttpEntity entity) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (entity == null) {
            return body.toByteArray();
        }
        byte[] chunk = new byte[CHUNK];
        InputStream in = entity.getContent();
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            body.write(chunk, 0, read);
            if (body.size() > answerBytes) {
                cancel();
                throw new CometProtocolException(server + " answered with more than " + answerBytes + " bytes");
            }
        }
        return body.toByteArray();
    }
}
