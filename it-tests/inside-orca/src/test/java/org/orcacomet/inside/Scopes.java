package org.orcacomet.inside;

import java.util.List;
import java.util.Properties;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.Reading;
import org.orcacomet.api.Scope;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.client.CometClient;
import org.orcacomet.client.CometClientSettings;

/** What COMET has of a unit, as one reads it who has the read token that ORCA saved with the unit. */
final class Scopes implements AutoCloseable {
    private final CometClient client;

    private Scopes(CometClient client) {
        this.client = client;
    }

    /** At this address, of a COMET with these certificates. */
    static Scopes at(String address, Identity identity) {
        return new Scopes(
                CometClient.open(CometClientSettings.of(address, identity.ca()).build()));
    }

    /** One family of a unit. */
    Reading read(Properties unit, String family) throws CometException {
        ScopeKey key = ScopeKey.of(context(unit), Family.parse(family), EntryKey.parse(unit.getProperty("unit.rid")));
        return client.comet().read(key, token(unit));
    }

    /** Its text; empty if there is none. */
    String text(Properties unit, String family) throws CometException {
        return read(unit, family).text().orElse("");
    }

    /** All that its token reads, empty lists included. */
    List<Scope> all(Properties unit) throws CometException {
        return client.comet().enumerate(context(unit), token(unit)).scopes();
    }

    private static ContextId context(Properties unit) {
        return ContextId.parse(unit.getProperty("unit.sliceid"));
    }

    private static ReadToken token(Properties unit) {
        String saved = unit.getProperty("unit.comet.readToken");
        if (saved == null) {
            throw new AssertionError("ORCA has no read token of " + unit.getProperty("unit.rid"));
        }
        return TokenCodec.readToken(saved);
    }

    @Override
    public void close() {
        client.close();
    }
}
