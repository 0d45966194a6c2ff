package org.orcacomet.service;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orcacomet.api.ContextId;
import org.orcacomet.service.testkit.Case;
import org.orcacomet.service.testkit.Deed;
import org.orcacomet.service.testkit.Guess;
import org.orcacomet.service.testkit.Stage;
import org.orcacomet.service.testkit.Timings;
import org.orcacomet.service.testkit.WireTable;
import org.orcacomet.store.MemoryScopeStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** No test but a measurement, by {@code ./comet timings}: what the time of an answer tells of the tokens. */
class TokenTimings {
    private static final Logger LOG = LoggerFactory.getLogger(TokenTimings.class);
    private static final int ROUNDS = 200_000;

    private final MemoryScopeStore store = new MemoryScopeStore();
    private final CometService service =
            new CometService(store, ServiceSettings::defaults, Clock.fixed(Stage.NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @EnumSource(names = {"READ", "WRITE"})
    void guess_takesTheSameTimeWhateverIsWrong(Deed deed) throws Exception {
        Guess.set(new Stage(store, who -> Optional.of(who.name())));
        Map<String, Timings.Attempt> attempts = new LinkedHashMap<>();
        Guess.at(deed).forEach(guess -> attempts.put(guess.name(), attempt(guess, deed)));
        LOG.info("{} in the service, {} times each\n{}", deed, ROUNDS, Timings.of(attempts, ROUNDS));
    }

    private Timings.Attempt attempt(Guess guess, Deed deed) {
        Case it = guess.of(deed);
        ServiceCase call = new ServiceCase(ContextId.parse("slice-" + guess.number()), it);
        String expected = WireTable.verdict(it).answer();
        return () -> {
            if (!call.answer(service).equals(expected)) {
                throw new IllegalStateException(it + " is not answered " + expected);
            }
        };
    }
}
