package org.orcacomet.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orcacomet.api.CometException;
import org.orcacomet.orca.spi.LifecycleException;
import org.orcacomet.orca.spi.SliceAnswer;
import org.orcacomet.orca.spi.SliceReservation;
import org.orcacomet.orca.spi.SliverAnswer;
import org.orcacomet.userdata.family.Section;

/** What ORCA's controller and aggregate manager do in a slice's life, one call after the other, and what comes of it. */
final class SliceLife {
    private static final List<String> NAMES = List.of("node0", "node1", "node2", "vlan0");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Narrator narrator;
    private final Plugin plugin;
    private final ServiceProcess service;
    private final Path folder;
    private final Map<String, Sliver> slivers = new LinkedHashMap<>();

    SliceLife(Narrator narrator, Plugin plugin, ServiceProcess service, Path folder) {
        this.narrator = narrator;
        this.plugin = plugin;
        this.service = service;
        this.folder = folder;
        NAMES.forEach(name -> slivers.put(name, Sliver.recorded(name, plugin.orca())));
    }

    void play() throws LifecycleException, CometException, DemoFailure, IOException {
        try (Observer observer = new Observer(service);
                Machines machines = new Machines(narrator, service, folder.resolve("vm"))) {
            reserve();
            narrator.table(observer.table(all()));
            for (String name : NAMES) {
                join(name, machines);
            }
            narrator.table(observer.table(all()));
            machines.configure();
            narrator.table(observer.table(all()));
            modify(machines);
            leave(observer, machines);
            delete(observer);
        }
    }

    private Collection<Sliver> all() {
        return slivers.values();
    }

    private String slice() {
        return slivers.get(NAMES.get(0)).slice();
    }

    private void reserve() throws LifecycleException {
        narrator.chapter("The controller creates the slice: "
                + String.join(", ", all().stream().map(Sliver::name).toList()));
        List<SliceReservation> reservations =
                all().stream().map(Sliver::reservation).toList();
        plugin.slices().probe(slice(), PATIENCE);
        SliceAnswer answer = plugin.slices().reserve(slice(), reservations, PATIENCE);
        slivers.replaceAll((name, sliver) -> sliver.with(answer.properties(sliver.id())));
        for (Sliver sliver : all()) {
            narrator.say(sliver.name() + " gets "
                    + (answer.properties(sliver.id()).isEmpty()
                            ? "no scope: " + sliver.property("unit.resourceType") + " is no compute resource"
                            : "the properties "
                                    + String.join(
                                            ", ", answer.properties(sliver.id()).keySet())));
        }
        narrator.say(answer.owed().isEmpty() ? "Nothing is owed to COMET" : "Still owed to COMET: " + answer.owed());
    }

    private void join(String name, Machines machines) throws LifecycleException, IOException {
        Sliver sliver = slivers.get(name);
        narrator.chapter("The aggregate manager joins " + sliver.name());
        SliverAnswer answer = plugin.slivers().join(sliver.properties());
        slivers.put(name, sliver.saved(answer.save()));
        if (answer.save().isEmpty()) {
            narrator.say("It is no compute resource: no scope, no token");
        } else {
            machines.make(sliver.name(), answer.userData());
        }
    }

    private void modify(Machines machines) throws LifecycleException, CometException, DemoFailure {
        Sliver changed = slivers.get("node0").with(Resources.properties("node0-modify.properties"));
        narrator.chapter("The aggregate manager modifies " + changed.name() + ": an interface is added");
        plugin.slivers().modify(changed.properties());
        slivers.put("node0", changed);
        narrator.say(changed.name() + " reads its interfaces again: "
                + Gist.entries(machines.get(changed.name()).read(Section.INTERFACES), Gist::networkInterface));
    }

    private void leave(Observer observer, Machines machines)
            throws LifecycleException, CometException, DemoFailure, IOException {
        narrator.chapter("The slivers leave");
        leave("node2");
        narrator.say("Its peers see it go:");
        machines.meetWithout(slivers.get("node2").name());
        for (String name : List.of("node0", "node1", "vlan0")) {
            leave(name);
        }
        narrator.say(observer.scopes(all()).size() + " scopes are left");
    }

    private void leave(String name) throws LifecycleException {
        Sliver sliver = slivers.get(name);
        boolean recorded = name.equals("node0");
        plugin.slivers().leave((recorded ? sliver.with(recordedAtLeave()) : sliver).properties());
        narrator.say(sliver.name() + " has left");
    }

    /** What the leave of node0 had and its join had not. */
    private static Map<String, String> recordedAtLeave() {
        Map<String, String> leave = Resources.properties("node0-leave.properties");
        leave.keySet().removeAll(Resources.properties("node0-join.properties").keySet());
        return leave;
    }

    private void delete(Observer observer) throws LifecycleException, CometException, DemoFailure {
        narrator.chapter("The controller deletes the slice");
        for (Sliver sliver : all()) {
            plugin.slices().release(slice(), sliver.reservation().having(sliver.properties()));
        }
        plugin.slices().delete(slice());
        int left = observer.scopes(all()).size();
        if (left > 0) {
            throw new DemoFailure(left + " scopes are left of the slice");
        }
        narrator.say("Enumerating with every token of the slice finds nothing");
        narrator.say("The plugin says of itself: " + plugin.slices().health());
    }
}
