package org.orcacomet.demo;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.orcacomet.orca.spi.SliceReservation;

/** A recorded reservation, and what ORCA remembers of it. Immutable. Holds tokens. */
record Sliver(Map<String, String> properties) {
    /** Keeps a copy. */
    Sliver {
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
    }

    /** As it was recorded at its join, without the recording's own COMET: its tokens belong to another one. */
    static Sliver recorded(String name, Map<String, String> orca) {
        Map<String, String> map = Resources.properties(name + "-join.properties");
        map.keySet().removeIf(key -> key.startsWith("comet") || key.contains(".comet."));
        map.putAll(orca);
        return new Sliver(map);
    }

    String id() {
        return properties.get("unit.rid");
    }

    String slice() {
        return properties.get("unit.sliceid");
    }

    String name() {
        return properties.get("unit.hostname");
    }

    String property(String key) {
        return properties.getOrDefault(key, "");
    }

    SliceReservation reservation() {
        return SliceReservation.of(id(), properties.get("unit.resourceType"), name());
    }

    /** With these properties too. */
    Sliver with(Map<String, String> more) {
        Map<String, String> map = new TreeMap<>(properties);
        map.putAll(more);
        return new Sliver(map);
    }

    /** With what a handler asked ORCA to save: it comes back under both names. */
    Sliver saved(Map<String, String> save) {
        Map<String, String> both = new TreeMap<>(save);
        save.forEach((key, value) -> both.put("shirako.save." + key, value));
        return with(both);
    }

    @Override
    public String toString() {
        return name() + " (" + id() + ")";
    }
}
