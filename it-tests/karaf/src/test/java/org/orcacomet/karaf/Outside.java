package org.orcacomet.karaf;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.client.ClientIdentity;
import org.orcacomet.client.ClientTimeouts;
import org.orcacomet.client.CometClient;
import org.orcacomet.client.CometClientSettings;

/** A client of the service in Karaf, in the test's own process: over TLS, with the trusted certificate. */
final class Outside implements AutoCloseable {
    static final String READ = "ReadToken1";
    private static final TokenPair TOKENS =
            TokenPair.of(TokenCodec.readToken(READ), TokenCodec.writeToken("WriteToken1"));

    private final CometClient client;

    Outside(URI service, Path tls) {
        client = CometClient.open(CometClientSettings.of(service.toString(), tls.resolve("ca.pem"))
                .identity(ClientIdentity.pem(tls.resolve("client.pem"), tls.resolve("client.key")))
                .timeouts(ClientTimeouts.of(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1)))
                .build());
    }

    void write(String context, String family, String key, String value) throws CometException {
        comet().write(ScopeWrite.of(scope(context, family, key), TOKENS, ScopeValue.of(value)));
    }

    String read(String context, String family, String key) throws CometException {
        return comet().read(scope(context, family, key), TOKENS.read()).text().orElse("nothing");
    }

    private Comet comet() {
        return client.comet();
    }

    private static ScopeKey scope(String context, String family, String key) {
        return ScopeKey.of(ContextId.parse(context), Family.parse(family), EntryKey.parse(key));
    }

    @Override
    public void close() {
        client.close();
    }
}
