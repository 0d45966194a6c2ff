package org.orcacomet.shell.internal;

import java.util.Map;
import java.util.TreeMap;
import org.orcacomet.api.CometException;
import org.orcacomet.api.ContextId;
import org.orcacomet.service.admin.Console;
import org.orcacomet.service.admin.ScopeContent;

/** {@code comet:peers}: who is in a slice, and has reported its address and its public key. */
final class PeersCommand {
    private final Console console;

    PeersCommand(Console console) {
        this.console = console;
    }

    String run(Words words) throws CometException {
        words.require(words.count() == 1, "CONTEXT");
        Map<Peer.Name, Peer> peers = new TreeMap<>();
        for (ScopeContent content : console.contents(ContextId.parse(words.get(0)))) {
            Peer.Name.of(content.summary().key())
                    .ifPresent(name -> peers.computeIfAbsent(name, Peer::new).add(content));
        }
        if (peers.isEmpty()) {
            return "no hosts, no public keys";
        }
        Table table = new Table("GROUP", "SLIVER", "HOST", "ADDRESS", "PUBLIC KEY");
        peers.values().forEach(peer -> peer.print(table));
        return table.toString();
    }
}
