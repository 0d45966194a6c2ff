package org.orcacomet.inside;

import java.util.Properties;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.Reading;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.client.ClientIdentity;
import org.orcacomet.client.CometClient;
import org.orcacomet.client.CometClientSettings;

/** What COMET has of units, as one reads it who has their read token. */
final class Scopes implements AutoCloseable {
    private final CometClient client;

    Scopes(CometServer comet) {
        client = CometClient.open(CometClientSettings.of(comet.address(), comet.tls("ca.pem"))
                .identity(ClientIdentity.keyStore(comet.tls("client.jks"), CometServer.PASSWORD))
                .build());
    }

    /** One family of a unit with these properties. */
    Reading read(Properties unit, String family) throws CometException {
        ScopeKey key = ScopeKey.of(
                ContextId.parse(unit.getProperty("unit.sliceid")),
                Family.parse(family),
                EntryKey.parse(unit.getProperty("unit.rid")));
        return client.comet().read(key, TokenCodec.readToken(unit.getProperty("unit.comet.readToken")));
    }

    /** Its text; empty if there is none. */
    String text(Properties unit, String family) throws CometException {
        return read(unit, family).text().orElse("");
    }

    @Override
    public void close() {
        client.close();
    }
}
