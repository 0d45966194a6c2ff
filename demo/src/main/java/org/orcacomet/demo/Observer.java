package org.orcacomet.demo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.ReadToken;
import org.orcacomet.api.Scope;
import org.orcacomet.api.TokenCodec;
import org.orcacomet.client.CometClient;
import org.orcacomet.client.CometClientSettings;

/** Looks at a slice's scopes from outside, without a certificate, with the read tokens that were handed out. */
final class Observer implements AutoCloseable {
    private static final List<String> HEAD = List.of("context", "family", "key", "value");
    private static final List<String> TOKENS = List.of("slice.comet.readToken", "unit.comet.readToken");
    private static final int SHORT = 8;

    private final CometClient client;
    private final Set<ReadToken> tokens = new LinkedHashSet<>();

    Observer(ServiceProcess service) {
        Path authority = service.tls().resolve("ca.pem");
        client = CometClient.open(
                CometClientSettings.of(service.address().toString(), authority).build());
    }

    /** All that the tokens read, those too that these slivers have not any more. */
    List<Scope> scopes(Collection<Sliver> slivers) throws CometException {
        List<Scope> scopes = new ArrayList<>();
        for (Sliver sliver : slivers) {
            TOKENS.stream()
                    .map(sliver::property)
                    .filter(secret -> !secret.isEmpty())
                    .map(TokenCodec::readToken)
                    .forEach(tokens::add);
        }
        for (ReadToken token : tokens) {
            String slice = slivers.iterator().next().slice();
            scopes.addAll(
                    client.comet().enumerate(ContextId.parse(slice), token).scopes());
        }
        return scopes;
    }

    /** The same as a table, with the names of hosts as keys. */
    List<List<String>> table(Collection<Sliver> slivers) throws CometException {
        Map<String, String> names = new TreeMap<>();
        slivers.forEach(sliver -> names.put(sliver.id(), sliver.name()));
        List<List<String>> rows = new ArrayList<>();
        for (Scope scope : scopes(slivers)) {
            String key = scope.key().key().toString();
            rows.add(List.of(
                    scope.key().context().toString().substring(0, SHORT),
                    scope.key().family().toString(),
                    names.getOrDefault(key, key),
                    Gist.of(scope)));
        }
        rows.sort(Comparator.comparing((List<String> row) -> row.get(2)).thenComparing(row -> row.get(1)));
        rows.add(0, HEAD);
        return rows;
    }

    @Override
    public void close() {
        client.close();
    }
}
