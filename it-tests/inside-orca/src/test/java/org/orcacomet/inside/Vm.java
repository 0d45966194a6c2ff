package org.orcacomet.inside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.Scope;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.api.TokenPair;
import org.orcacomet.client.CometClient;
import org.orcacomet.client.CometClientSettings;

/** A VM that knows nothing but its user data, and, from its image, the authority that COMET's certificate is of. */
final class Vm implements AutoCloseable {
    private final Map<String, String> global;
    private final CometClient client;

    private Vm(Map<String, String> global, CometClient client) {
        this.global = global;
        this.client = client;
    }

    /** Boots with this user data. */
    static Vm boot(Path userData, Path ca) throws IOException {
        Map<String, String> global = new TreeMap<>();
        for (String line : Files.readAllLines(userData, StandardCharsets.UTF_8)) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith(";")) {
                global.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return new Vm(
                global,
                CometClient.open(
                        CometClientSettings.of(global.get("comethost"), ca).build()));
    }

    /** What its own family of this name says; empty if there is none. */
    String family(String name) throws CometException {
        return comet().read(scope(name), TokenCodec.readToken(global.get("cometreadtoken")))
                .text()
                .orElse("");
    }

    /** Tells its peers its address and its key. */
    void announce(String ip, String key) throws CometException {
        push("hosts", "{\\\"hostName\\\":\\\"" + global.get("host_name") + "\\\",\\\"ip\\\":\\\"" + ip + "\\\"}");
        push("pubkeys", "{\\\"publicKey\\\":\\\"" + key + "\\\"}");
    }

    private void push(String section, String entry) throws CometException {
        TokenPair tokens = TokenPair.of(sliceToken(), TokenCodec.writeToken(global.get("slicecometwritetoken")));
        ScopeKey key = scope(section + global.get("comet" + section + "groupwrite"));
        comet().write(ScopeWrite.of(key, tokens, ScopeValue.of("{\"val_\":\"[" + entry + "]\"}")));
    }

    /** What all VMs of its group say in this section, by reservation. */
    Map<String, String> peers(String section) throws CometException {
        Family family = Family.parse(section + global.get("comet" + section + "groupread"));
        Map<String, String> peers = new TreeMap<>();
        for (Scope scope : comet().enumerate(context(), family, sliceToken()).scopes()) {
            peers.put(scope.key().key().toString(), scope.value().text().orElse(""));
        }
        return peers;
    }

    private Comet comet() {
        return client.comet();
    }

    private ContextId context() {
        return ContextId.parse(global.get("slice_id"));
    }

    private ScopeKey scope(String family) {
        return ScopeKey.of(context(), Family.parse(family), EntryKey.parse(global.get("reservation_id")));
    }

    private ReadToken sliceToken() {
        return TokenCodec.readToken(global.get("slicecometreadtoken"));
    }

    @Override
    public void close() {
        client.close();
    }
}
