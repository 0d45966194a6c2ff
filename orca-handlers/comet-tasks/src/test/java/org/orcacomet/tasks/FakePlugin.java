package org.orcacomet.tasks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.Plugin;
import org.orcacomet.orca.spi.SliverAnswer;
import org.orcacomet.orca.spi.SliverLifecycle;

/**
 * A plugin that remembers what it was asked, for each reservation. What it does is in the unit: {@code unit.test.throws}
 * names what it throws, {@code unit.test.token} what it gives the unit as tokens; see also {@link RealSlivers}.
 */
public final class FakePlugin implements Plugin, SliverLifecycle {
    static final Map<String, List<String>> CALLS = new ConcurrentHashMap<>();

    @Override
    public SliverLifecycle slivers() {
        return this;
    }

    @Override
    public SliverAnswer userData(Map<String, String> unit) throws LifecycleException {
        called(unit, "userData");
        Optional<SliverLifecycle> real = RealSlivers.of(unit);
        return real.isPresent() ? real.get().userData(unit) : answer(unit);
    }

    @Override
    public SliverAnswer join(Map<String, String> unit) throws LifecycleException {
        called(unit, "join");
        return answer(unit);
    }

    private static SliverAnswer answer(Map<String, String> unit) {
        Map<String, String> save = new TreeMap<>();
        String token = unit.getOrDefault("unit.test.token", "made");
        save.put("unit.comet.readToken", token + "R");
        save.put("unit.comet.writeToken", token + "W");
        String userData = "[global]\ncometreadtoken=" + token + "R\n";
        return SliverAnswer.of(userData, save, interfaces(unit));
    }

    private static List<String> interfaces(Map<String, String> unit) {
        List<String> interfaces = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String prefix = "unit.eth" + i + ".";
            if (unit.containsKey(prefix + "mac")) {
                interfaces.add(unit.get(prefix + "hosteth") + "." + unit.get(prefix + "vlan.tag") + "."
                        + unit.get(prefix + "mac"));
            }
        }
        return interfaces;
    }

    @Override
    public void modify(Map<String, String> unit) throws LifecycleException {
        called(unit, "modify");
        Optional<SliverLifecycle> real = RealSlivers.of(unit);
        if (real.isPresent()) {
            real.get().modify(unit);
        }
    }

    @Override
    public void put(Map<String, String> unit, String section, Map<String, String> entry) throws LifecycleException {
        called(unit, "put " + section + " " + new TreeMap<>(entry));
        Optional<SliverLifecycle> real = RealSlivers.of(unit);
        if (real.isPresent()) {
            real.get().put(unit, section, entry);
        }
    }

    @Override
    public void remove(Map<String, String> unit, String section, String key) throws LifecycleException {
        called(unit, "remove " + section + " " + key);
    }

    @Override
    public void leave(Map<String, String> unit) throws LifecycleException {
        called(unit, "leave");
    }

    @Override
    public void ended(String sliceId, String reservationId) {
        throw new AssertionError("no task asks for this");
    }

    @Override
    public Map<String, String> health() {
        return Collections.emptyMap();
    }

    private static void called(Map<String, String> unit, String what) throws LifecycleException {
        boolean ours = Thread.currentThread().getContextClassLoader() == Plugin.class.getClassLoader();
        calls(unit.get("unit.rid")).add(ours ? what : what + " with a foreign context class loader");
        Misbehaviour.named(unit.getOrDefault("unit.test.throws", "NONE")).happen();
    }

    static List<String> calls(String reservation) {
        return CALLS.computeIfAbsent(reservation, key -> Collections.synchronizedList(new ArrayList<>()));
    }
}
