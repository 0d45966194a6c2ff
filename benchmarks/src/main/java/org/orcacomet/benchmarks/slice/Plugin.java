package org.orcacomet.benchmarks.slice;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.orcacomet.client.ClientIdentity;
import org.orcacomet.client.CometClient;
import org.orcacomet.client.CometClientSettings;
import org.orcacomet.journal.Journal;
import org.orcacomet.journal.JournalSettings;
import org.orcacomet.orca.controller.SliceScopes;
import org.orcacomet.orca.controller.SliceSettings;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliceReservation;
import org.orcacomet.trials.service.TrialFailure;

/** What the plugin does in ORCA's controller: through its journal, and by its own client. */
public final class Plugin implements SliceCreator {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final CometClient client;
    private final Journal journal;
    private final SliceScopes slices;

    /** For this service, with the certificates of this folder, and its journal in that one. */
    public Plugin(URI service, Path tls, Path journalFolder) throws IOException {
        client = CometClient.open(CometClientSettings.of(service.toString(), tls.resolve("ca.pem"))
                .identity(ClientIdentity.pem(tls.resolve("client.pem"), tls.resolve("client.key")))
                .build());
        journal = Journal.open(JournalSettings.in(journalFolder));
        journal.payWith(client.comet());
        slices = new SliceScopes(journal, SliceSettings.of(true, true));
        slices.cometIsThere();
    }

    @Override
    public String name() {
        return "plugin";
    }

    @Override
    public void create(String slice, int machines) throws TrialFailure {
        List<SliceReservation> reservations = IntStream.range(0, machines)
                .mapToObj(i -> SliceReservation.of("reservation-" + i, "site.vm", "vm-" + i))
                .toList();
        try {
            List<String> owed = slices.reserve(slice, reservations, PATIENCE).owed();
            if (!owed.isEmpty()) {
                throw new TrialFailure("the plugin still owes " + owed.size() + " scopes");
            }
        } catch (LifecycleException e) {
            throw new TrialFailure("the plugin created no slice", e);
        }
    }

    @Override
    public void close() {
        journal.close();
        client.close();
    }
}
