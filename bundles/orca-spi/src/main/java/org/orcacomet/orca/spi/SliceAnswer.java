package org.orcacomet.orca.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is to be set on a slice's reservations, and what is still owed to COMET. Holds tokens: not to be logged. */
public final class SliceAnswer {
    private final Map<String, Map<String, String>> properties;
    private final List<String> owed;

    private SliceAnswer(Map<String, Map<String, String>> properties, List<String> owed) {
        this.properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        this.owed = Collections.unmodifiableList(new ArrayList<>(owed));
    }

    /** These properties for each reservation id, and these scopes that are not written yet. */
    public static SliceAnswer of(Map<String, Map<String, String>> properties, List<String> owed) {
        return new SliceAnswer(properties, owed);
    }

    /** The local properties to set, by reservation id; none for a reservation without scopes. */
    public Map<String, String> properties(String reservationId) {
        return properties.getOrDefault(reservationId, Collections.emptyMap());
    }

    /** The names of the scopes that are not written yet, and will be in the background. */
    public List<String> owed() {
        return owed;
    }

    @Override
    public String toString() {
        return properties.keySet() + ", " + owed.size() + " scopes owed";
    }
}
