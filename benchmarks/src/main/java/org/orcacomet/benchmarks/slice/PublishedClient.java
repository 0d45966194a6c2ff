package org.orcacomet.benchmarks.slice;

import com.squareup.okhttp.ConnectionPool;
import com.squareup.okhttp.ConnectionSpec;
import com.squareup.okhttp.TlsVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenGenerator;
import org.orcacomet.api.TokenPair;
import org.orcacomet.trials.service.Certificates;
import org.orcacomet.trials.service.TrialFailure;
import org.renci.io.swagger.client.ApiClient;
import org.renci.io.swagger.client.ApiException;
import org.renci.io.swagger.client.api.DefaultApi;
import org.renci.io.swagger.client.model.Value;

/** ORCA's own client, as it is published, used as ORCA's controller does: one call after the other. */
public final class PublishedClient implements SliceCreator {
    private final DefaultApi comet;

    /** For this service, with the certificates of this folder. */
    public PublishedClient(URI service, Path tls) throws IOException {
        ApiClient client = new ApiClient().setBasePath(service.toString());
        client.getHttpClient()
                .setConnectionSpecs(List.of(new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                        .tlsVersions(TlsVersion.TLS_1_2)
                        .allEnabledCipherSuites()
                        .build()));
        client.getHttpClient().setSslSocketFactory(Certificates.trusted(tls).getSocketFactory());
        comet = new DefaultApi(client);
    }

    /** As ORCA fills it in: the client's own class has no members. */
    private static final class Text extends Value {
        @SuppressWarnings("unused") // Gson reads it.
        private final String val_;

        Text(String text) {
            val_ = text;
        }
    }

    @Override
    public String name() {
        return "published client";
    }

    @Override
    public void create(String slice, int machines) throws TrialFailure {
        TokenPair tokens = new TokenGenerator().pair();
        String read = TokenCodec.reveal(tokens.read());
        String write = TokenCodec.reveal(tokens.write());
        try {
            for (int i = 0; i < machines; i++) {
                Text host = new Text("[{\"hostName\":\"vm-" + i + "\",\"ip\":\"\"}]");
                comet.writeScopePost(host, slice, "hostsall", "reservation-" + i, read, write);
                comet.writeScopePost(
                        new Text("[{\"publicKey\":\"\"}]"), slice, "pubkeysall", "reservation-" + i, read, write);
            }
        } catch (ApiException e) {
            throw new TrialFailure("a write by the published client failed", e);
        }
    }

    @Override
    public void close() {
        ConnectionPool.getDefault().evictAll();
    }
}
