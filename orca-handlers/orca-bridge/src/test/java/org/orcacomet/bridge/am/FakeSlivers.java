package org.orcacomet.bridge.am;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliverAnswer;
import org.orcacomet.orca.spi.SliverLifecycle;

/** Slivers that remember which ended, and misbehave on demand. */
final class FakeSlivers implements SliverLifecycle {
    interface Step {
        void take() throws LifecycleException;
    }

    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final Map<String, String> health = new HashMap<>(Collections.singletonMap("journal.owed", "0"));
    private volatile Step first = () -> {};

    FakeSlivers first(Step step) {
        first = step;
        return this;
    }

    FakeSlivers owing(String number) {
        health.put("journal.owed", number);
        return this;
    }

    List<String> ended() {
        return new ArrayList<>(ended);
    }

    @Override
    public void ended(String sliceId, String reservationId) throws LifecycleException {
        first.take();
        ended.add(sliceId + "/" + reservationId);
    }

    @Override
    public Map<String, String> health() {
        return health;
    }

    @Override
    public SliverAnswer userData(Map<String, String> unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SliverAnswer join(Map<String, String> unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void modify(Map<String, String> unit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void put(Map<String, String> unit, String section, Map<String, String> entry) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void remove(Map<String, String> unit, String section, String key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void leave(Map<String, String> unit) {
        throw new UnsupportedOperationException();
    }
}
