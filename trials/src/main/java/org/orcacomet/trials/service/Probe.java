package org.orcacomet.trials.service;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.EntryKey;
import org.orcacomet.api.Family;
import org.orcacomet.api.ScopeKey;
import org.orcacomet.api.TokenPair;

/** Asks by writes to a scope of its own whether a service serves again. */
public final class Probe {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long LOOK_MILLIS = 100;

    private final TokenPair tokens = Marks.tokens();
    private final ScopeKey scope = ScopeKey.of(
            ContextId.parse("probe"),
            Family.parse("users"),
            EntryKey.parse(UUID.randomUUID().toString()));

    /** Within five minutes each of these heads answers a write well. */
    public void await(Heads heads, Tally tally) throws IOException, InterruptedException {
        for (int head = 0; head < heads.size(); head++) {
            tally.expect(
                    isServed(heads.caller(head)),
                    "a head did not serve again within " + PATIENCE.toSeconds() + " seconds");
        }
    }

    private boolean isServed(WireCaller caller) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (isAnswered(caller)) {
                return true;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return false;
    }

    private boolean isAnswered(WireCaller caller) throws InterruptedException {
        try {
            return caller.write(scope, tokens, Marks.value(0)).isOk();
        } catch (IOException notYet) {
            return false;
        }
    }
}
