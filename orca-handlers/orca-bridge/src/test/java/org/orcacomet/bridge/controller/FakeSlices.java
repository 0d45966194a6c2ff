package org.orcacomet.bridge.controller;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliceAnswer;
import org.orcacomet.orca.spi.SliceLifecycle;
import org.orcacomet.orca.spi.SliceReservation;

/** Slices that note what they are told, answer as ours do, and go wrong as a test says. */
class FakeSlices implements SliceLifecycle {
    static final String READ = "Marked-Read-1";
    static final String WRITE = "Marked-Write-1";

    private final List<String> calls;

    FakeSlices(List<String> calls) {
        this.calls = calls;
    }

    /** Comes before each call; may throw. */
    void before(String call, Duration bound) throws LifecycleException {}

    private void note(String call, String what, Duration bound) throws LifecycleException {
        calls.add("comet." + call + " " + what);
        before(call, bound);
    }

    @Override
    public void probe(String sliceId, Duration bound) throws LifecycleException {
        note("probe", Long.toString(bound.toMillis()), bound);
    }

    @Override
    public SliceAnswer reserve(String sliceId, List<SliceReservation> reservations, Duration bound)
            throws LifecycleException {
        SliceReservation one = reservations.get(0);
        String known = one.properties().getOrDefault("slice.comet.readToken", "");
        note("reserve", one.type() + " " + one.hostName() + " " + known + " " + bound.toMillis(), bound);
        return one.type().endsWith("vm")
                ? SliceAnswer.of(Collections.singletonMap(one.id(), properties()), Collections.emptyList())
                : SliceAnswer.of(Collections.emptyMap(), Collections.emptyList());
    }

    private static Map<String, String> properties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("slice.comet.readToken", READ);
        properties.put("slice.comet.writeToken", WRITE);
        return properties;
    }

    @Override
    public void release(String sliceId, SliceReservation reservation) throws LifecycleException {
        note("release", reservation + " " + reservation.properties(), Duration.ZERO);
    }

    @Override
    public void delete(String sliceId) throws LifecycleException {
        note("delete", sliceId, Duration.ZERO);
    }

    @Override
    public Map<String, String> health() {
        return Collections.emptyMap();
    }
}
