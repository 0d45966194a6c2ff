package org.orcacomet.service;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.orcacomet.api.Comet;
import org.orcacomet.api.CometDenied;
import org.orcacomet.api.ContextId;
import org.orcacomet.api.ScopeValue;
import org.orcacomet.api.ScopeWrite;
import org.orcacomet.service.testkit.ScopeState;
import org.orcacomet.service.testkit.ShownTokens;
import org.orcacomet.service.testkit.Stage;
import org.orcacomet.service.testkit.Timings;
import org.orcacomet.store.MemoryScopeStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Not a test but a measurement, by command ({@code -Dtest=TokenTimings}): what the time of a refusal tells. */
class TokenTimings {
    private static final Logger LOG = LoggerFactory.getLogger(TokenTimings.class);
    private static final int ROUNDS = 200_000;
    private static final ContextId CONTEXT = ContextId.parse("slice");
    private static final ScopeValue NEW = ScopeValue.of(Stage.NEW_VALUE);
    private static final List<ShownTokens> WRONG =
            List.of(ShownTokens.WRITE_WRONG, ShownTokens.BOTH_WRONG, ShownTokens.SWAPPED, ShownTokens.OTHER_CASE);

    private final MemoryScopeStore store = new MemoryScopeStore();
    private long refusals;

    @Test
    void refusal_takesTheSameTimeWhicheverTokenIsWrong() throws Exception {
        new Stage(store, who -> Optional.of(who.name())).set(CONTEXT, ScopeState.LIVE);
        Clock clock = Clock.fixed(Stage.NOW, ZoneOffset.UTC);
        ServiceSettings settings = ServiceSettings.defaults();
        Comet comet = new CometService(store, () -> settings, clock).as(Caller.anonymous());
        Map<String, Timings.Attempt> attempts = new LinkedHashMap<>();
        attempts.put("READ_WRONG", write(comet, ShownTokens.READ_WRONG));
        attempts.put("READ_WRONG, again", write(comet, ShownTokens.READ_WRONG));
        WRONG.forEach(wrong -> attempts.put(wrong.name(), write(comet, wrong)));
        Timings timings = Timings.of(attempts, ROUNDS);
        LOG.info("{} writes that were refused:\n{}", refusals, timings);
    }

    /** The write is made before its time is taken. */
    private Timings.Attempt write(Comet comet, ShownTokens wrong) {
        ScopeWrite write = ScopeWrite.of(Stage.scope(CONTEXT), wrong.pair(ScopeState.LIVE), NEW);
        return () -> {
            try {
                comet.write(write);
                throw new IllegalStateException("the write was not refused");
            } catch (CometDenied refusal) {
                refusals++;
            }
        };
    }
}
